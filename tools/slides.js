// Lets a figure have the whole slide, and takes the largest letters with which a slide fits its 1280 x 720.
(function () {
  document.querySelectorAll(".slides img").forEach((img) => img.closest("section").classList.add("figure"));
  function fits(slide) {
    const all = slide.getBoundingClientRect();
    const frame = document.querySelector(".reveal .slides").getBoundingClientRect();
    const wide = Array.from(slide.querySelectorAll("table, img, .MathJax, .mjx-chtml"), (e) => e.getBoundingClientRect().right);
    const cut = Array.from(slide.querySelectorAll("pre")).some((e) => e.scrollWidth > e.clientWidth + 1);
    const figure = slide.classList.contains("figure");
    return all.height <= (figure ? 1.01 : 0.94) * frame.height && Math.max(0, ...wide) <= frame.right + 1 && !cut;
  }
  function fit() {
    const slide = document.querySelector(".slides > section.present > section.present");
    if (!slide) return;
    const largest = slide.querySelector("img") ? 1 : slide.querySelector("h1, h2") ? 1.2 : 1.5;
    for (let size = largest; size > 0.5; size -= 0.04) {
      slide.style.zoom = size;
      if (fits(slide)) return;
    }
  }
  function soon() {
    fit();
    if (window.MathJax && MathJax.Hub && MathJax.Hub.Queue) MathJax.Hub.Queue(fit);
  }
  new MutationObserver(soon).observe(document.querySelector(".slides"), { attributes: true, attributeFilter: ["class"], subtree: true });
  window.addEventListener("load", () => setTimeout(soon, 500));
  window.addEventListener("resize", () => setTimeout(soon, 100));
})();
