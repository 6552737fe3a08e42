package initlab.study.doctor;

import initlab.init.Activation;
import initlab.init.Gain;
import initlab.math.Moments;
import initlab.nn.Node;
import initlab.nn.Parameter;
import initlab.nn.Role;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/** What the weights themselves tell, before any data pass. */
final class WeightSymptoms {
  /** Fewer weights know their variance too badly to tell one fan from the other. */
  private static final int ENOUGH = 800;

  private WeightSymptoms() {}

  /** The share of neurons whose weights and bias another neuron of the layer has too. */
  static double twins(Node layer) {
    return layer.all().mapToDouble(WeightSymptoms::ownTwins).max().orElse(0);
  }

  /** Of a layer without those inside it; a neuron has a column of every weight matrix. */
  private static double ownTwins(Node layer) {
    List<DMatrixRMaj> columns =
        layer.parameters().stream()
            .filter(p -> p.role() == Role.WEIGHT || p.role() == Role.BIAS)
            .map(Parameter::value)
            .toList();
    if (layer.drawn().isEmpty() || columns.isEmpty()) {
      return 0;
    }
    int width = columns.get(0).numCols;
    List<DMatrixRMaj> alike = columns.stream().filter(m -> m.numCols == width).toList();
    long twins = IntStream.range(0, width).filter(neuron -> hasTwin(alike, neuron)).count();
    return twins / (double) width;
  }

  private static boolean hasTwin(List<DMatrixRMaj> columns, int neuron) {
    return IntStream.range(0, columns.get(0).numCols)
        .anyMatch(
            other -> other != neuron && columns.stream().allMatch(m -> same(m, neuron, other)));
  }

  private static boolean same(DMatrixRMaj m, int i, int j) {
    for (int row = 0; row < m.numRows; row++) {
      if (m.data[row * m.numCols + i] != m.data[row * m.numCols + j]) {
        return false;
      }
    }
    return true;
  }

  /**
   * fan_in Var W over what the activation needs, where fan_out Var W is just that; else NaN: the
   * weights then follow neither fan, or the two are alike. Of several weights, the first that does.
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
    double need = Math.pow(Gain.secondMoment(f), 2);
    double variance = Moments.of(weight.value()).variance();
    boolean fits =
        near(weight.shape().fanOut() * variance / need, 1.15) && weight.shape().size() >= ENOUGH;
    return fits ? weight.shape().fanIn() * variance / need : Double.NaN;
  }

  private static boolean near(double ratio, double factor) {
    return ratio < factor && ratio > 1 / factor;
  }
}
