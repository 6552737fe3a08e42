// A live part over the whole window, for the back of a room.

import { h } from "./dom.js";

/** Enlarges an element; Escape, or a button, ends it, where it stands in the page. */
export function enlarge(element, redraw) {
  const close = () => {
    element.classList.remove("live-lecture");
    button.remove();
    removeEventListener("keydown", escape);
    redraw();
    element.scrollIntoView({ behavior: "instant" });
  };
  const escape = (event) => event.key === "Escape" && close();
  const button = h("button", { type: "button", class: "live-close", onclick: close }, "Back to the page");
  element.classList.add("live-lecture");
  element.prepend(button);
  addEventListener("keydown", escape);
  element.tabIndex = -1; // so that Tab begins here, and not in the page behind
  element.focus();
}
