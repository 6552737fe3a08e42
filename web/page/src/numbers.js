// Numbers as a reader wants them.

/** log10 of 0 and of infinity: far outside of every window. */
export const BEYOND = 1e3;

/** log10, where 0 and infinity have a place too. */
export function log10(x) {
  if (x === 0) return -BEYOND;
  return x === Infinity ? BEYOND : Math.log10(x);
}

const SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** 10 to this power: 10⁻¹⁵ for a whole one, 0.32 or 3.2·10⁻⁷ for others. */
export function decade(power) {
  if (!Number.isInteger(power)) return brief(10 ** power);
  if (power === 0) return "1";
  return "10" + (power < 0 ? "⁻" : "") + [...String(Math.abs(power))].map((c) => SUPERSCRIPT[c]).join("");
}

/** Two digits: 0.28, 13, 8.9·10⁻¹⁶. */
export function brief(x) {
  if (Number.isNaN(x)) return "not a number";
  if (!Number.isFinite(x)) return "overflow";
  if (x === 0) return "exactly 0";
  const [digits, exponent] = x.toExponential(1).split("e");
  const power = Number(exponent);
  return power >= -3 && power < 4 ? String(Number(x.toPrecision(2))) : `${digits}·${decade(power)}`;
}

/** A setting's number without the noise of a slider: 1.4142. */
export const plain = (x) => String(Number(x.toFixed(4)));

/** A gain: as plain, and four digits where plain would leave fewer, or 0. */
export const digits = (x) => (Math.abs(x) < 0.1 ? String(Number(x.toPrecision(4))) : plain(x));

/** A guess within a factor of 3 is a hit, as in the notebooks. */
const NEAR = Math.log10(3);

/** A distance in decades: "0.3 decades off". */
export function decades(off) {
  if (!Number.isFinite(off)) return "no number of decades leads there";
  const rounded = off < 10 ? Number(off.toFixed(1)) : Math.round(off);
  return `${rounded} ${rounded === 1 ? "decade" : "decades"} off`;
}

/** How far a guess is from what was measured. */
export function apart(power, x) {
  const off = Math.abs(power - Math.log10(x));
  return off < NEAR ? `a hit, ${decades(off)}` : decades(off);
}
