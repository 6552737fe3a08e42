package initlab.base;

import org.jspecify.annotations.Nullable;

/**
 * The number that is added to every seed, so that a whole notebook can be run with other seeds:
 * with {@code -Dinitlab.seed=1000} what is called seed 1 draws what seed 1001 draws without it. 0
 * unless it is given.
 */
public final class BaseSeed {
  private static final String PROPERTY = "initlab.seed";
  private static volatile @Nullable Long read;

  private BaseSeed() {}

  /**
   * The number, read once.
   *
   * @throws IllegalArgumentException if the property initlab.seed is no whole number
   */
  public static long get() {
    Long known = read;
    if (known == null) {
      known = parsed(Machine.setting(PROPERTY));
      read = known;
    }
    return known;
  }

  static long parsed(@Nullable String text) {
    try {
      return text == null ? 0 : Long.parseLong(text.strip());
    } catch (NumberFormatException noWholeNumber) {
      throw Args.bad(
          "the property " + PROPERTY,
          "\"" + text + "\"",
          "a whole number",
          "Start Java with -D" + PROPERTY + "=1000, or without it for the usual seeds.");
    }
  }
}
