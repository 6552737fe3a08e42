package initlab.study;

import initlab.nn.Plan;
import java.util.HashSet;

/** What a study's figures count across: layers, or in a loop, where all are one, steps in time. */
final class Across {
  private Across() {}

  /** "step" if every layer of the plan is the same and shares its parameters, else "layer". */
  static String of(Plan plan) {
    boolean same = plan.depth() > 1 && new HashSet<>(plan.layers()).size() == 1;
    return same && sharesParameters(plan) ? "step" : "layer";
  }

  private static boolean sharesParameters(Plan plan) {
    return plan.layers().get(0).slots(plan.input()).stream().anyMatch(s -> !s.tie().isEmpty());
  }
}
