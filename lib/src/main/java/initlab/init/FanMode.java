package initlab.init;

/** Which count of connections a variance is divided by. */
public enum FanMode {
  /** fan_in: keeps the forward signal. */
  IN {
    @Override
    public double of(WeightShape shape) {
      return shape.fanIn();
    }
  },
  /** fan_out: keeps the backward signal. */
  OUT {
    @Override
    public double of(WeightShape shape) {
      return shape.fanOut();
    }
  },
  /** (fan_in + fan_out) / 2: the compromise of Glorot and Bengio (2010). */
  AVG {
    @Override
    public double of(WeightShape shape) {
      return 0.5 * (shape.fanIn() + shape.fanOut());
    }
  },
  /** sqrt(fan_in fan_out). */
  GEOMETRIC {
    @Override
    public double of(WeightShape shape) {
      return Math.sqrt(shape.fanIn() * shape.fanOut());
    }
  };

  /** The fan of a shape under this mode. */
  public abstract double of(WeightShape shape);
}
