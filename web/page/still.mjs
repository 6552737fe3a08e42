// Draws the still pictures: reads the figures' settings as JSON, and writes [{svg, words}, ...] as JSON.
// The argument is the library's JavaScript build.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { still, stillPart } from "./src/still.js";

const library = createRequire(import.meta.url)(resolve(process.argv[2]));
const ask = async (call, argument) => library[call](argument);
const drawn = [];
for (const one of JSON.parse(readFileSync(0, "utf8"))) drawn.push(await (one.part ? stillPart : still)(one, ask));
process.stdout.write(JSON.stringify(drawn));
