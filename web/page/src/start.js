// Makes a page's live parts live when they come near the window, or the address asks for them, so that until then the
// page costs what a still one does. An old browser keeps the still picture and its sentence.
(() => {
  const folder = document.currentScript.src;
  const able = "customElements" in window && "WebAssembly" in window && "IntersectionObserver" in window && "hasOwn" in Object;
  if (!able || window.liveStarted) return;
  window.liveStarted = true;
  const parts = document.querySelectorAll("live-figure, live-check, live-part");
  for (const part of parts) part.classList.add("live-coming");

  function come() {
    const script = document.createElement("script");
    script.src = new URL("live-figure.js", folder).href;
    const still = () => parts.forEach((part) => part.classList.remove("live-coming"));
    script.onload = () => customElements.get("live-figure") || still(); // a browser too old to read it
    script.onerror = still;
    document.head.append(script);
  }

  if (new URLSearchParams(location.hash.slice(1)).has("live") || /[?&]lecture\b/.test(location.search)) return come();
  const near = new IntersectionObserver((seen) => {
    if (!seen.some((one) => one.isIntersecting)) return;
    near.disconnect();
    come();
  }, { rootMargin: "400px" });
  for (const part of parts) near.observe(part);
})();
