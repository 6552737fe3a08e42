// Lets a figure have the whole slide, and takes the largest letters with which a slide fits its 1280 x 720.
(function () {
  const READABLE = 0.9; // below this size, lines that may be broken are
  document.querySelectorAll(".slides img").forEach((img) => img.closest("section").classList.add("figure"));
  function fits(slide) {
    const all = slide.getBoundingClientRect();
    const frame = document.querySelector(".reveal .slides").getBoundingClientRect();
    const figure = slide.classList.contains("figure");
    const edge = all.right - (figure ? 0 : (48 * slide.style.zoom * frame.width) / 1280); // where the padding begins
    const wide = Array.from(slide.querySelectorAll("table, img, .mjx-chtml"), (e) => e.getBoundingClientRect().right);
    const cut = Array.from(slide.querySelectorAll("pre")).some((e) => e.scrollWidth > e.clientWidth + 1);
    return all.height <= (figure ? 1.01 : 0.94) * frame.height && Math.max(0, ...wide) <= edge + 2 && !cut;
  }
  function largest(slide) {
    const most = slide.querySelector("img") ? 1 : slide.querySelector("h1, h2") ? 1.2 : 1.5;
    for (let size = most; size > 0.4; size -= 0.04) {
      slide.style.zoom = size;
      if (fits(slide)) return size;
    }
    return 0.4;
  }
  function fit() {
    const slide = document.querySelector(".slides > section.present > section.present");
    if (!slide) return;
    delete slide.dataset.brokenLines; // no class, because a changed class calls fit again
    const whole = largest(slide);
    if (whole >= READABLE) return;
    slide.dataset.brokenLines = "";
    if (largest(slide) > whole) return;
    delete slide.dataset.brokenLines;
    slide.style.zoom = whole;
  }
  function soon() {
    fit();
    if (window.MathJax && MathJax.Hub && MathJax.Hub.Queue) MathJax.Hub.Queue(fit);
  }
  new MutationObserver(soon).observe(document.querySelector(".slides"), { attributes: true, attributeFilter: ["class"], subtree: true });
  window.addEventListener("load", () => setTimeout(soon, 500));
  window.addEventListener("resize", () => setTimeout(soon, 100));
})();
