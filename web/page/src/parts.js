// All live parts beside the standard figure, by the name that a page calls them by.

import { formats } from "./formats.js";
import { functions } from "./functions.js";
import { gains } from "./gains.js";
import { loss } from "./loss.js";
import { plane } from "./plane.js";

export const PARTS = { plane, gains, loss, formats, functions };
