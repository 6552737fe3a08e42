package initlab.lesson.exercise;

import initlab.base.Numbers;
import initlab.init.Activation;
import initlab.init.Slopes;
import initlab.math.Gaussian;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Looks at the bias variances that a reader's function gives, and names the mistake. A right one
 * agrees to 0.001 for four activations; a mistake is named only if it explains every one of them.
 */
final class ChaosMistakes {
  private static final List<Activation> TRIED =
      List.of(
          Activation.TANH,
          Activation.GELU,
          Activation.ELU,
          Activation.of("sin", Math::sin, Math::cos));

  private static final double ALLOWED = 1e-3;

  private ChaosMistakes() {}

  /** The mistake, if there is one, in sigma_b^2 = 1 - E f^2 / E f'^2. */
  static Mistake bias(ToDoubleFunction<Activation> mine) {
    return () -> in(mine);
  }

  private static Optional<String> in(ToDoubleFunction<Activation> mine) {
    if (isThis(mine, ChaosMistakes::due)) {
      return Optional.empty();
    }
    for (var known : mistakes().entrySet()) {
      if (isThis(mine, known.getValue())) {
        return Optional.of(known.getKey());
      }
    }
    return Optional.of(apart(mine));
  }

  private static Map<String, ToDoubleFunction<Activation>> mistakes() {
    var known = new LinkedHashMap<String, ToDoubleFunction<Activation>>();
    known.put("that is sigma_b; its square was asked for", f -> Math.sqrt(due(f)));
    known.put("that is sigma_w^2 E f^2: what is missing to 1 is the bias", f -> 1 - due(f));
    known.put("that is sigma_w^2, not sigma_b^2", f -> 1 / slopes(f));
    known.put("that is sigma_w, not sigma_b^2", f -> 1 / Math.sqrt(slopes(f)));
    known.put("sigma_w was not squared", f -> 1 - moment(f) / Math.sqrt(slopes(f)));
    known.put("sigma_w^2 = 1 was taken; the edge has another", f -> 1 - moment(f));
    known.put("f and its slope changed places", f -> 1 - slopes(f) / moment(f));
    return known;
  }

  private static double due(Activation f) {
    return 1 - moment(f) / slopes(f);
  }

  private static double moment(Activation f) {
    return Gaussian.secondMoment(f::apply, 1);
  }

  private static double slopes(Activation f) {
    return Slopes.moment(f, 1);
  }

  private static boolean isThis(
      ToDoubleFunction<Activation> mine, ToDoubleFunction<Activation> known) {
    return TRIED.stream().allMatch(f -> agree(mine.applyAsDouble(f), known.applyAsDouble(f)));
  }

  private static boolean agree(double mine, double due) {
    return Math.abs(mine - due) <= ALLOWED;
  }

  private static String apart(ToDoubleFunction<Activation> mine) {
    for (Activation f : TRIED) {
      double given = mine.applyAsDouble(f);
      if (!agree(given, due(f))) {
        return f.name()
            + " gets "
            + Numbers.inWords(given)
            + ", and "
            + Numbers.inWords(due(f))
            + " is due";
      }
    }
    throw new IllegalStateException("The same function gave two answers.");
  }
}
