package initlab.web;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.nn.Start;
import initlab.nn.layer.Mlp;
import initlab.study.TheoryOf;
import initlab.study.experiment.FormatDepth;
import initlab.theory.NumberFormat;
import initlab.theory.Propagation;
import java.util.Arrays;

/**
 * How deep a signal of size 1 gets in each number format: theory's size by layer, and the first
 * layer at which it overflows or is rounded to 0; one layer more than the depth if it never does.
 *
 * @param sizes root mean square of activations, from layer 0 on
 * @param largest number of FP16, BF16, FP32 and FP64
 * @param smallest of each above 0
 * @param leaves the first layer by theory, of each; NaN where theory knows none
 */
public record Formats(double[] sizes, double[] largest, double[] smallest, double[] leaves) {

  /** A net whose activations are stored in a format, and how deep it is looked at. */
  record Net(Activation activation, double gain, int width, int depth) {
    private Initializer rule() {
      return Init.lecunNormal().gain(gain);
    }

    /** Theory for all formats. */
    Formats theory() {
      var plan = Mlp.deep(activation, width, depth);
      double[] moments =
          new TheoryOf(plan, Start.drawn(rule()), 1)
              .mean()
              .map(Propagation::activation)
              .orElse(new double[0]);
      return new Formats(
          Arrays.stream(moments).map(Math::sqrt).toArray(),
          Arrays.stream(NumberFormat.values()).mapToDouble(NumberFormat::max).toArray(),
          Arrays.stream(NumberFormat.values()).mapToDouble(NumberFormat::smallest).toArray(),
          Arrays.stream(NumberFormat.values()).mapToDouble(f -> leaves(f, moments)).toArray());
    }

    /** NaN from where the second moment is none that a double holds. */
    private static double leaves(NumberFormat format, double[] moments) {
      for (int layer = 1; layer < moments.length; layer++) {
        if (!(moments[layer] > 0 && moments[layer] < Double.POSITIVE_INFINITY)) {
          return Double.NaN;
        }
        double stored = format.round(Math.sqrt(moments[layer]));
        if (!(stored > 0 && stored < Double.POSITIVE_INFINITY)) {
          return layer;
        }
      }
      return moments.length == 0 ? Double.NaN : moments.length;
    }

    /** The layer at which this seed's net leaves each format. */
    double[] measured(long seed) {
      return Arrays.stream(NumberFormat.values())
          .mapToDouble(format -> FormatDepth.of(format, activation, width, depth, rule(), seed))
          .toArray();
    }
  }
}
