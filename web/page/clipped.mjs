// Says of addresses what a live part would clip or not know: reads [[setting, hash], ...] as JSON, a setting as the
// part's element carries it, and writes a list of sentences for each.

import { readFileSync } from "node:fs";
import { read } from "./src/address.js";
import { PARTS } from "./src/parts.js";
import { begin, fromHash } from "./src/state.js";

/** Names that stand for no field of this setting. */
const unknown = (hash, fields) => [...new URLSearchParams(hash).keys()].filter((name) => name !== "live" && !fields.includes(name))
  .map((name) => `There is no setting ${name}.`);

function clipped([setting, hash]) {
  if (!setting.part) return [...fromHash(hash, setting).clipped, ...unknown(hash, Object.keys(begin(setting)))];
  const { fields } = PARTS[setting.part];
  return [...read(hash, setting.id, fields, setting.first).clipped, ...unknown(hash, Object.keys(fields))];
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(clipped)));
