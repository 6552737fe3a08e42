// Makes what a page loads: dist/live-figure.js with its style, the starter that loads it, and the notices of what is in it.

import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const here = new URL("./", import.meta.url);
const dist = new URL("dist/", here);

async function bundle(entry, name) {
  return build({
    absWorkingDir: here.pathname, entryPoints: [`src/${entry}`], outfile: `dist/${name}`,
    bundle: true, minify: true, format: "iife", target: "es2020", legalComments: "none", logLevel: "warning", metafile: true,
    banner: { js: "/* Notices of what is bundled: live.notices.txt */" },
  });
}

/** The licences of the packages in a bundle. */
function notices(metafile) {
  const folders = Object.keys(metafile.inputs).map((path) => path.match(/^.*node_modules\/(@[^/]+\/)?[^/]+/)?.[0]);
  const packages = [...new Set(folders.filter(Boolean))].sort();
  return packages.map((folder) => {
    const at = new URL(`${folder}/`, here);
    const { name, version } = JSON.parse(readFileSync(new URL("package.json", at), "utf8"));
    const file = readdirSync(at).find((one) => /^licen[cs]e/i.test(one));
    if (!file) throw new Error(`${name} has no licence beside it`);
    return `${name} ${version}\n\n${readFileSync(new URL(file, at), "utf8").trim()}\n`;
  }).join(`\n${"-".repeat(72)}\n\n`);
}

mkdirSync(dist, { recursive: true });
const made = await bundle("main.js", "live-figure.js");
await bundle("start.js", "live-start.js");
writeFileSync(new URL("live.notices.txt", dist), notices(made.metafile));
copyFileSync(new URL("live.css", here), new URL("live.css", dist));
for (const name of readdirSync(dist)) {
  const file = readFileSync(new URL(name, dist));
  console.log(name.padEnd(20), String(file.length).padStart(8), "bytes,", String(gzipSync(file).length).padStart(7), "gzipped");
}
