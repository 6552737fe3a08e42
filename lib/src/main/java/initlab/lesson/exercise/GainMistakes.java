package initlab.lesson.exercise;

import initlab.base.Numbers;
import initlab.init.Activation;
import initlab.init.Gain;
import initlab.math.Gaussian;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Looks at the gains that a reader's function gives, and names the mistake. Five activations are
 * tried, two of which no table lists; a right function agrees to 0.1 %, and a mistake is named only
 * if it explains every one of the five.
 */
final class GainMistakes {
  private static final List<Activation> TRIED =
      List.of(
          Activation.GELU,
          Activation.RELU,
          Activation.TANH,
          Activation.of("z^2", z -> z * z, z -> 2 * z),
          Activation.of("cos", Math::cos, z -> -Math.sin(z)));

  private static final double ALLOWED = 1e-3;

  private GainMistakes() {}

  /** The mistake, if there is one. */
  static Optional<String> in(ToDoubleFunction<Activation> mine) {
    if (isThis(mine, GainMistakes::due)) {
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
    known.put("that keeps a variance of 1; here z has the variance 4", Gain::secondMoment);
    known.put("that brings the next z to variance 1, and 4 is to be kept", f -> due(f) / 2);
    known.put(
        "a variance of 4 is a standard deviation of 2: z is 2 Z, not 4 Z",
        f -> 2 / Math.sqrt(moment(f, 4)));
    known.put("this is E f(2Z)^2 itself: the gain makes up for it", f -> moment(f, 2));
    known.put("the root is missing: a gain multiplies a standard deviation", f -> 4 / moment(f, 2));
    known.put(
        "f' was used where f is due: that keeps the gradient",
        f -> 1 / Math.sqrt(Gaussian.expect(z -> Math.pow(f.slope(2 * z), 2))));
    known.put("this is ReLU's gain, whatever the activation", f -> Math.sqrt(2));
    return known;
  }

  /** The gain that keeps pre-activations of variance 4: g^2 E f(2Z)^2 = 4. */
  private static double due(Activation f) {
    return 2 / Math.sqrt(moment(f, 2));
  }

  /** E f(std Z)^2. */
  private static double moment(Activation f, double std) {
    return Gaussian.expect(z -> Math.pow(f.apply(std * z), 2));
  }

  private static boolean isThis(
      ToDoubleFunction<Activation> mine, ToDoubleFunction<Activation> known) {
    return TRIED.stream()
        .allMatch(f -> Trial.near(mine.applyAsDouble(f), known.applyAsDouble(f), ALLOWED));
  }

  private static String apart(ToDoubleFunction<Activation> mine) {
    for (Activation f : TRIED) {
      double given = mine.applyAsDouble(f);
      double due = due(f);
      if (!Trial.near(given, due, ALLOWED)) {
        return f.name()
            + " gets "
            + Numbers.inWords(given)
            + ", and "
            + Numbers.inWords(due)
            + " is due";
      }
    }
    throw new IllegalStateException("The same function gave two answers.");
  }
}
