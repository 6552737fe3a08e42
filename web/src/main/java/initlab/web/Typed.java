package initlab.web;

import initlab.init.Activation;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.init.parse.Parse;
import initlab.nn.Start;
import initlab.nn.lsuv.Lsuv;
import initlab.train.data.Data;
import java.util.stream.DoubleStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** What a reader typed, looked at before anything is measured with it. */
final class Typed {
  /** Pre-activations lie there; 0 itself, where a slope may well be infinite, is left out. */
  private static final double[] LIKELY = {-3, -2, -1, -0.5, 0.5, 1, 2, 3};

  /** A function that is flat at all of these lets nothing of its input pass. */
  private static final double[] FAR = {-100, -10, -5, -0.1, 0.1, 5, 10, 100};

  private static final String NOISE = ") + normal(";

  /** How many inputs LSUV looks at; the study's own are others. */
  private static final int SEEN = 64;

  private Typed() {}

  /**
   * The activation.
   *
   * @throws IllegalArgumentException if it cannot be read, is no number where pre-activations lie,
   *     or is constant
   */
  static Activation activation(String text) {
    Activation f = Parse.activation(text);
    for (double x : LIKELY) {
      double y = f.apply(x);
      if (!Double.isFinite(y)) {
        throw refused(f, (Double.isNaN(y) ? "no number" : "infinite") + " at x = " + brief(x));
      }
    }
    DoubleStream all = DoubleStream.concat(DoubleStream.of(LIKELY), DoubleStream.of(FAR));
    if (all.allMatch(x -> f.apply(x) == f.apply(1))) {
      throw refused(f, "constant, so that nothing of the input passes");
    }
    return f;
  }

  private static IllegalArgumentException refused(Activation f, String why) {
    return new IllegalArgumentException("\"" + f.name() + "\" is " + why + ". Type another.");
  }

  private static String brief(double x) {
    return x == Math.rint(x) ? String.valueOf((int) x) : String.valueOf(x);
  }

  /**
   * The start by a rule, under the name of its text; or LSUV, which measures a batch of its own.
   *
   * @throws IllegalArgumentException if it cannot be read, or draws no weights of this width
   */
  static Start start(String text, int width) {
    if (text.strip().equalsIgnoreCase("LSUV")) {
      return Lsuv.on(Data.normal(SEEN, width, 1)).named(text);
    }
    return Start.drawn(rule(text, WeightShape.dense(width, width))).named(text);
  }

  /** A rule as the library reads it; or one number for all weights, and noise upon it. */
  private static Initializer rule(String text, WeightShape shape) {
    int end = text.indexOf(NOISE);
    if (end < 0 || !text.startsWith("constant(")) {
      return known(text, shape);
    }
    Initializer level = known(text.substring(0, end + 1), shape);
    Initializer noise = known(text.substring(text.indexOf("normal", end)), shape);
    return (asked, rng) -> {
      DMatrixRMaj weights = noise.draw(asked, rng);
      CommonOps_DDRM.addEquals(weights, level.draw(asked, rng));
      return weights;
    };
  }

  /** A rule says what it refuses when it is asked for its law. */
  private static Initializer known(String text, WeightShape shape) {
    Initializer rule = Parse.rule(text);
    rule.law(shape);
    return rule;
  }
}
