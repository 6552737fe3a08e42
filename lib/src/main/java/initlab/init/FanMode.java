package initlab.init;

import java.util.Locale;

/** Which count of connections a variance is divided by. */
public enum FanMode {
  /** fan_in: keeps the forward signal. */
  IN("fan_in") {
    @Override
    double of(double in, double out) {
      return in;
    }
  },
  /** fan_out: keeps the backward signal. */
  OUT("fan_out") {
    @Override
    double of(double in, double out) {
      return out;
    }
  },
  /** (fan_in + fan_out) / 2: the compromise of Glorot and Bengio (2010). */
  AVG("((fan_in + fan_out) / 2)") {
    @Override
    double of(double in, double out) {
      return 0.5 * (in + out);
    }
  },
  /** sqrt(fan_in fan_out). */
  GEOMETRIC("sqrt(fan_in fan_out)") {
    @Override
    double of(double in, double out) {
      return Math.sqrt(in * out);
    }
  };

  private final String formula;

  FanMode(String formula) {
    this.formula = formula;
  }

  abstract double of(double in, double out);

  /** The fan of a shape under this mode. */
  public double of(WeightShape shape) {
    return of(shape.fanIn(), shape.fanOut());
  }

  /** The fan in a word: "fan_out", "fan_avg". */
  String words() {
    return "fan_" + name().toLowerCase(Locale.ROOT);
  }

  /** The fan in symbols, to be divided by. */
  public String formula() {
    return formula;
  }
}
