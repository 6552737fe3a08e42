package initlab.study.experiment;

import initlab.base.Args;
import initlab.init.Activation;
import initlab.init.Gain;
import initlab.init.Init;
import initlab.math.Quantiles;
import initlab.nn.layer.Mlp;
import initlab.nn.lsuv.Lsuv;
import initlab.nn.lsuv.LsuvTrace;
import initlab.train.data.Data;
import initlab.view.Displayable;
import initlab.view.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What LSUV multiplies orthonormal weights by, beside the gain that keeps the second moment, 1 /
 * sqrt(E f(z)^2) with z ~ N(0, 1): nets of 20 layers, 64 wide, five of them, each with a batch of
 * 256. The median is over layers 2 to 20 of all nets.
 */
public final class FoundGains implements Displayable {
  private static final int WIDTH = 64;
  private static final int DEPTH = 20;
  private static final int NETS = 5;

  private final List<Activation> activations;
  private final List<double[]> found;

  private FoundGains(List<Activation> activations, List<double[]> found) {
    this.activations = List.copyOf(activations);
    this.found = List.copyOf(found);
  }

  /** Measured for each of these, now. */
  public static FoundGains of(Activation... activations) {
    Args.atLeast(1, activations.length, "the number of activations", "Such as TANH, SILU.");
    List<Activation> all = List.of(activations);
    return new FoundGains(all, all.stream().map(FoundGains::factors).toList());
  }

  private static double[] factors(Activation f) {
    return IntStream.rangeClosed(1, NETS)
        .mapToObj(seed -> trace(f, seed))
        .flatMap(trace -> IntStream.rangeClosed(2, DEPTH).mapToObj(trace::scale))
        .mapToDouble(Double::doubleValue)
        .sorted()
        .toArray();
  }

  private static LsuvTrace trace(Activation f, int seed) {
    var net = Mlp.deep(f, WIDTH, DEPTH).init(Init.orthogonal(), seed);
    return Lsuv.on(Data.normal(256, WIDTH, seed)).until(1e-6, 10).rescale(net);
  }

  /**
   * The median of what LSUV multiplied by.
   *
   * @throws IllegalArgumentException if this activation was not measured
   */
  public double median(Activation f) {
    int index = activations.indexOf(f);
    if (index < 0) {
      throw Args.bad("the activation", f, "one that was measured", "Name it in of(...).");
    }
    return Quantiles.of(found.get(index), 0.5);
  }

  /** A row for each activation. */
  public Table table() {
    return Table.of("What LSUV multiplies orthonormal weights by, layers 2 to 20")
        .words("f", activations.stream().map(Activation::name).toList())
        .numbers("measured, median", column(0.5))
        .numbers("5 %", column(0.05))
        .numbers("95 %", column(0.95))
        .numbers(
            "theory: 1 / root of E f^2",
            activations.stream().mapToDouble(Gain::secondMoment).toArray());
  }

  private double[] column(double share) {
    return found.stream().mapToDouble(factors -> Quantiles.of(factors, share)).toArray();
  }

  @Override
  public Map<String, String> display() {
    return table().display();
  }

  @Override
  public String toString() {
    return table().toString();
  }
}
