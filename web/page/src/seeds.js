// Nets come one by one: a first look at few, then more.

export const TURNS = [1, 3, 8, 18, 30];

/** What a band's marks are, in words. */
export const bandKey = (seeds) => `Thick: the median of ${seeds} ${seeds === 1 ? "net" : "nets"}. Band: 5–95 % of them.`;

/** Asks with 1, 3, 8, ... seeds; shows each answer, until another setting is asked for. Whether it came to the end. */
export async function turns(ask, call, request, show, outdated) {
  for (const seeds of TURNS) {
    const band = await ask(call, { ...request, seeds });
    if (outdated()) return false;
    show({ seeds, band });
  }
  return true;
}
