package initlab.study.experiment;

import initlab.math.Quantiles;
import initlab.nn.Network;
import initlab.nn.Parameter;
import initlab.nn.Plan;
import initlab.nn.Start;
import initlab.nn.layer.Lstm;
import initlab.theory.GateProduct;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** What theory says of the forget gates of a plan's first layer, for inputs of N(0, 1). */
final class GateTheory {
  private GateTheory() {}

  /**
   * The product in the middle cell after 1 ... T steps, for the median of the forget biases that
   * the start draws; what h adds to a gate is left out. Empty where the LSTM is not the first
   * layer, or the rule of its W states no law.
   */
  static Optional<double[]> of(Plan plan, Start start, int seeds) {
    if (!(plan.layers().get(0) instanceof Lstm lstm)) {
      return Optional.empty();
    }
    Parameter w = Network.redrawing(plan).parameter("1.W");
    OptionalDouble std = start.rule(w).map(r -> r.std(w.shape())).orElse(OptionalDouble.empty());
    if (std.isEmpty()) {
      return Optional.empty();
    }
    double noise = std.getAsDouble() * Math.sqrt(plan.input().channels());
    GateProduct gates = GateProduct.of(middle(plan, lstm, start, seeds)).noise(noise);
    double step = gates.typical(1);
    double[] line = new double[plan.input().places()];
    Arrays.setAll(line, t -> Math.pow(step, t + 1.0));
    return Optional.of(line);
  }

  private static double middle(Plan plan, Lstm lstm, Start start, int seeds) {
    if (!lstm.bias()) {
      return 0;
    }
    DoubleStream all = DoubleStream.empty();
    for (int seed = 1; seed <= seeds; seed++) {
      double[] own = plan.init(start, seed).parameter("1.bf").value().data;
      all = DoubleStream.concat(all, Arrays.stream(own));
    }
    return Quantiles.median(all.toArray());
  }
}
