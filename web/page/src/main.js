// The live parts of a page. The library beside this script is fetched at the first touch.

import { liveCheck } from "./check.js";
import { liveFigure } from "./element.js";
import { library } from "./library.js";
import { livePart } from "./part.js";
import { PARTS } from "./parts.js";

const address = new URL("live.js", document.currentScript.src).href;
const ask = library(address);
customElements.define("live-figure", liveFigure(HTMLElement, ask));
customElements.define("live-check", liveCheck(HTMLElement, ask));
customElements.define("live-part", livePart(HTMLElement, ask, PARTS));
