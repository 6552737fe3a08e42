package initlab.view.figure;

/** Where a value lies on a scale. */
enum Region {
  INSIDE,
  ABOVE,
  BELOW,
  /** Exactly 0 where y is in decades: no logarithm, hence a strip of its own below them all. */
  ZERO,
  /** Infinite: a strip of its own above them all. */
  OVERFLOW,
  NAN;

  boolean isStrip() {
    return this == ZERO || this == OVERFLOW;
  }

  boolean isOutside() {
    return this == ABOVE || this == BELOW;
  }
}
