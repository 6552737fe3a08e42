package initlab.init;

import initlab.base.Numbers;

/** The names of rules that can be given another gain: "He", "He, gain 10". */
final class GainWords {
  /** Gains nearer to each other than this share differ by rounding only: sqrt(2)^2 is not 2. */
  private static final double ROUNDING = 1e-12;

  private GainWords() {}

  /**
   * The rule's name, and the gain where it is not the rule's own.
   *
   * @param rule the name that stands for {@code own}
   * @param own the gain that needs no saying
   * @param gain what weights are multiplied by
   */
  static String name(String rule, double own, double gain) {
    boolean same = Math.abs(gain - own) <= ROUNDING * Math.abs(own);
    return same ? rule : rule + ", gain " + Numbers.brief(gain, 6);
  }
}
