"""Packs the compiled library for a page: target/page/live.js, which a page loads at the first touch, and live-js.js
beside it, which live.js loads by itself where WebAssembly has no garbage collection.

    python3 web/pack.py

Both are scripts that hold gzipped bytes as text, so that a page opened from a disk can load them too.
"""

import base64
import gzip
import json
from pathlib import Path

WEB = Path(__file__).resolve().parent
MADE = WEB / "target" / "page"
NOTICE = (
    "/* initlab, compiled by TeaVM together with EJML and Apache Commons Numbers, RNG and Statistics,"
    " all under the Apache License 2.0. */\n"
)


def text(file: Path) -> str:
    """What is in a file."""
    return file.read_text(encoding="utf-8")


def packed(name: str) -> str:
    """A file's gzipped bytes, as a script's text; the same bytes whenever it is packed."""
    return base64.b64encode(gzip.compress((MADE / name).read_bytes(), 9, mtime=0)).decode("ascii")


def main() -> None:
    """Writes both files, and says how large they are."""
    missing = [name for name in ("initlab.wasm", "initlab.wasm-runtime.js", "initlab.js") if not (MADE / name).exists()]
    if missing:
        raise SystemExit(f"There is no {missing[0]} in web/target/page to pack: 'mvn -P web package' makes it.")
    functions, worker, live = (text(WEB / "page" / name) for name in ("functions.js", "worker.js", "live.js"))
    runtime = text(MADE / "initlab.wasm-runtime.js")
    loader = f"{functions}\n((Function) => {{\n{runtime}\n}})(functionOf);\n"
    parts = {"loader": loader, "worker": worker, "wasm": packed("initlab.wasm")}
    written = {
        "live.js": f"{NOTICE}globalThis.initlabPacked = {json.dumps(parts)};\n{live}",
        "live-js.js": f"{NOTICE}globalThis.initlabPacked.script = {json.dumps(packed('initlab.js'))};\n",
    }
    for name, script in written.items():
        (MADE / name).write_text(script, encoding="utf-8")
    for name in ("initlab.wasm", "initlab.js", *written):
        data = (MADE / name).read_bytes()
        print(f"{name:14} {len(data):8} bytes, {len(gzip.compress(data, 9)):7} gzipped")


if __name__ == "__main__":
    main()
