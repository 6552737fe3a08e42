package initlab.init.parse;

import initlab.init.Activation;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.Erf;

/** A function of one number, and its derivative. */
record Function(DoubleUnaryOperator value, DoubleUnaryOperator slope) {
  private static final double ERF_SLOPE = 2 / Math.sqrt(Math.PI);

  private static final Map<String, Function> KNOWN =
      Map.ofEntries(
          entry("exp", StrictMath::exp, StrictMath::exp),
          entry("log", StrictMath::log, x -> 1 / x),
          entry("ln", StrictMath::log, x -> 1 / x),
          entry("log1p", StrictMath::log1p, x -> 1 / (1 + x)),
          entry("expm1", StrictMath::expm1, StrictMath::exp),
          entry("sqrt", Math::sqrt, x -> 0.5 / Math.sqrt(x)),
          entry("abs", Math::abs, x -> x > 0 ? 1 : -1),
          entry("sign", Math::signum, x -> 0),
          entry("sin", StrictMath::sin, StrictMath::cos),
          entry("cos", StrictMath::cos, x -> -StrictMath.sin(x)),
          entry("sinh", StrictMath::sinh, StrictMath::cosh),
          entry("cosh", StrictMath::cosh, StrictMath::sinh),
          entry("atan", StrictMath::atan, x -> 1 / (1 + x * x)),
          entry("erf", Erf::value, x -> ERF_SLOPE * StrictMath.exp(-x * x)));

  private static Map.Entry<String, Function> entry(
      String name, DoubleUnaryOperator value, DoubleUnaryOperator slope) {
    return Map.entry(name, new Function(value, slope));
  }

  /** The function of this name, which may be an activation's, in any case. */
  static Optional<Function> named(String name) {
    Optional<Function> known = Optional.ofNullable(KNOWN.get(name.toLowerCase(Locale.ROOT)));
    return known.or(() -> Names.activation(name).map(Function::of));
  }

  private static Function of(Activation f) {
    return new Function(f::apply, f::exactSlope);
  }
}
