package initlab.web;

import initlab.base.Args;
import initlab.math.Band;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What nets of one setting gave, seed by seed: more seeds add to what is known, another setting
 * begins anew.
 */
final class Growing {
  private final List<double[]> profiles = new ArrayList<>();
  private @Nullable Object setting;

  /** The band over seeds 1 to this one, see {@link #all}. */
  Band upTo(Object asked, int seeds, LongFunction<double[]> measure) {
    return Band.of(all(asked, seeds, measure));
  }

  /**
   * The numbers of seeds 1 to this one; those that are missing are measured.
   *
   * @param asked the setting, compared by {@code equals}
   * @param measure a seed's numbers, equally many for each
   */
  List<double[]> all(Object asked, int seeds, LongFunction<double[]> measure) {
    Args.atLeast(1, seeds, "the number of seeds", "Ask for a few at a time.");
    if (!asked.equals(setting)) {
      setting = asked;
      profiles.clear();
    }
    for (int seed = profiles.size() + 1; seed <= seeds; seed++) {
      profiles.add(measure.apply(seed));
    }
    return List.copyOf(profiles.subList(0, seeds));
  }
}
