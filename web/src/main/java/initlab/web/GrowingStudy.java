package initlab.web;

import initlab.base.Args;
import initlab.nn.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A study whose seeds are measured a few at a time, so that a figure can be drawn on the way. */
final class GrowingStudy {
  private final Setting setting;
  private final Map<String, GrowingStart> starts = new LinkedHashMap<>();
  private int seeds;

  private GrowingStudy(Setting setting) {
    this.setting = setting;
  }

  /**
   * A study without seeds. What another of the same setting has measured of the same start is kept:
   * a slider moves one start, and the others stay.
   *
   * @param before another study; may be null
   */
  static GrowingStudy of(Setting setting, List<String> starts, @Nullable GrowingStudy before) {
    Args.atLeast(1, starts.size(), "the number of starts", "Add one, such as He.");
    Plan plan = setting.plan();
    GrowingStudy study = new GrowingStudy(setting);
    for (String text : starts) {
      GrowingStart known =
          before != null && before.setting.equals(setting) ? before.starts.get(text) : null;
      GrowingStart start = known == null ? GrowingStart.of(plan, setting, text) : known;
      if (study.starts.put(text, start) != null) {
        throw Args.bad("the name of two starts", text, "another for each", "Leave one out.");
      }
    }
    return study;
  }

  Map<String, Theory> theory() {
    Map<String, Theory> all = new LinkedHashMap<>();
    starts.forEach((text, start) -> all.put(text, start.theory()));
    return all;
  }

  Seen more(int further) {
    Args.atLeast(1, further, "the number of further seeds", "Ask for a few at a time.");
    int wanted = seeds + further;
    List<Seen.Curves> curves = new ArrayList<>();
    for (GrowingStart start : starts.values()) {
      curves.add(start.upTo(wanted));
    }
    seeds = wanted;
    return new Seen(seeds, curves);
  }
}
