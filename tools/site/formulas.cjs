// Sets formulas: reads [[tex, display], ...] as JSON, and writes their HTML as JSON. The argument is KaTeX's folder.
const katex = require(process.argv[2]);
const formulas = JSON.parse(require("fs").readFileSync(0, "utf-8"));
const html = formulas.map(([tex, display]) => katex.renderToString(tex, { displayMode: display, throwOnError: true }));
process.stdout.write(JSON.stringify(html));
