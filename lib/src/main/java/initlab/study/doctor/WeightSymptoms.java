package initlab.study.doctor;

import initlab.init.Activation;
import initlab.math.Moments;
import initlab.nn.Node;
import initlab.nn.Parameter;
import initlab.nn.Pass;
import initlab.nn.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/** What the weights themselves tell. */
final class WeightSymptoms {
  /** Fewer weights know their variance too badly to tell one fan from the other. */
  private static final int ENOUGH = 800;

  /** Three times the relative error of that variance. */
  private static final double EXACT = 1.15;

  /** Gradients of neurons that are one neuron agree to rounding. */
  private static final double ROUNDING = 1e-9;

  private static final Set<Role> OF_NEURONS = EnumSet.of(Role.WEIGHT, Role.RECURRENT, Role.BIAS);

  private WeightSymptoms() {}

  /**
   * The share of neurons that start as another neuron of their layer and get its gradient too: they
   * will never part. Equal weights alone are no fault: where the layers behind tell the neurons
   * apart, as behind a zero output layer, the first step parts them.
   *
   * @param pass forward and backward, with gradients
   */
  static double twins(Node layer, Pass pass) {
    return layer.all().mapToDouble(node -> ownTwins(node, pass)).max().orElse(0);
  }

  /** Of a layer without those inside it; a neuron has a column of every weight matrix. */
  private static double ownTwins(Node layer, Pass pass) {
    List<Parameter> columns =
        layer.parameters().stream().filter(p -> OF_NEURONS.contains(p.role())).toList();
    if (layer.drawn().isEmpty() || columns.isEmpty()) {
      return 0;
    }
    int width = columns.get(0).shape().cols();
    List<DMatrixRMaj> values = new ArrayList<>();
    List<DMatrixRMaj> gradients = new ArrayList<>();
    for (Parameter p : columns) {
      if (p.shape().cols() == width) {
        values.add(p.value());
        gradients.add(pass.gradient(p));
      }
    }
    long twins =
        IntStream.range(0, width).filter(neuron -> hasTwin(values, gradients, neuron)).count();
    return twins / (double) width;
  }

  private static boolean hasTwin(
      List<DMatrixRMaj> values, List<DMatrixRMaj> gradients, int neuron) {
    return IntStream.range(0, values.get(0).numCols)
        .anyMatch(
            other ->
                other != neuron
                    && values.stream().allMatch(m -> same(m, neuron, other, 0))
                    && gradients.stream().allMatch(m -> same(m, neuron, other, ROUNDING)));
  }

  /** Whether two columns differ nowhere; where both overflowed, nothing tells them apart. */
  private static boolean same(DMatrixRMaj m, int i, int j, double share) {
    for (int row = 0; row < m.numRows; row++) {
      double one = m.data[row * m.numCols + i];
      double other = m.data[row * m.numCols + j];
      if (Math.abs(one - other) > share * Math.max(Math.abs(one), Math.abs(other))) {
        return false;
      }
    }
    return true;
  }

  /**
   * fan_in Var W over what the activation needs, where fan_out Var W is just that and no usual rule
   * explains it; else NaN: the weights then follow neither fan, or the two are alike. Of several
   * weights, the first that does.
   */
  static double swapped(Node layer) {
    return layer
        .all()
        .flatMap(node -> node.drawn().stream().map(p -> swapped(p, node.activation())))
        .filter(found -> !found.isNaN())
        .findFirst()
        .orElse(Double.NaN);
  }

  private static Double swapped(Parameter weight, Activation f) {
    if (weight.role() != Role.WEIGHT || weight.shape().size() < ENOUGH) {
      return Double.NaN;
    }
    double variance = Moments.of(weight.value()).variance();
    double in = weight.shape().fanIn() * variance;
    double out = weight.shape().fanOut() * variance;
    double need = HealthyRange.needed(f);
    boolean usual = near(in, 1) || near(in, 2) || near((in + out) / 2, 1);
    return near(out, need) && !usual ? in / need : Double.NaN;
  }

  private static boolean near(double value, double due) {
    return value < EXACT * due && value > due / EXACT;
  }
}
