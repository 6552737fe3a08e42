package initlab.init.parse;

import initlab.init.Activation;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.Erf;

/** A function of one number, and its derivative, for many numbers at once. */
interface Function {

  /** Writes f(x) into y. */
  void values(double[] x, double[] y);

  /** Writes f'(x) into slopes, for y = f(x). */
  void slopes(double[] x, double[] y, double[] slopes);

  /** The function of this name, which may be an activation's, in any case. */
  static Optional<Function> named(String name) {
    Optional<Function> known = Optional.ofNullable(Plain.KNOWN.get(name.toLowerCase(Locale.ROOT)));
    return known.or(() -> Names.activation(name).map(OfActivation::new));
  }

  /**
   * One of mathematics.
   *
   * @param slope from x and f(x)
   */
  record Plain(DoubleUnaryOperator value, DoubleBinaryOperator slope) implements Function {
    private static final double ERF_SLOPE = 2 / Math.sqrt(Math.PI);

    private static final Map<String, Function> KNOWN =
        Map.ofEntries(
            entry("exp", StrictMath::exp, (x, exp) -> exp),
            entry("log", StrictMath::log, (x, y) -> 1 / x),
            entry("ln", StrictMath::log, (x, y) -> 1 / x),
            entry("log1p", StrictMath::log1p, (x, y) -> 1 / (1 + x)),
            entry("expm1", StrictMath::expm1, (x, y) -> StrictMath.exp(x)),
            entry("sqrt", Math::sqrt, (x, root) -> 0.5 / root),
            entry("abs", Math::abs, (x, y) -> x > 0 ? 1 : -1),
            entry("sign", Math::signum, (x, y) -> 0),
            entry("sin", StrictMath::sin, (x, y) -> StrictMath.cos(x)),
            entry("cos", StrictMath::cos, (x, y) -> -StrictMath.sin(x)),
            entry("sinh", StrictMath::sinh, (x, y) -> StrictMath.cosh(x)),
            entry("cosh", StrictMath::cosh, (x, y) -> StrictMath.sinh(x)),
            entry("atan", StrictMath::atan, (x, y) -> 1 / (1 + x * x)),
            entry("erf", Erf::value, (x, y) -> ERF_SLOPE * StrictMath.exp(-x * x)));

    private static Map.Entry<String, Function> entry(
        String name, DoubleUnaryOperator value, DoubleBinaryOperator slope) {
      return Map.entry(name, new Plain(value, slope));
    }

    @Override
    public void values(double[] x, double[] y) {
      Arrays.setAll(y, i -> value.applyAsDouble(x[i]));
    }

    @Override
    public void slopes(double[] x, double[] y, double[] slopes) {
      Arrays.setAll(slopes, i -> slope.applyAsDouble(x[i], y[i]));
    }
  }

  /** An activation that a formula names. */
  record OfActivation(Activation f) implements Function {
    @Override
    public void values(double[] x, double[] y) {
      f.apply(x, y, x.length);
    }

    @Override
    public void slopes(double[] x, double[] y, double[] slopes) {
      Arrays.fill(slopes, 1);
      f.backward(x, slopes, x.length);
    }
  }
}
