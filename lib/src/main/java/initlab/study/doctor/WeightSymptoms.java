package initlab.study.doctor;

import initlab.init.Gain;
import initlab.math.Moments;
import initlab.nn.layer.Dense;
import org.ejml.data.DMatrixRMaj;

/** What the weights themselves tell, before any data pass. */
final class WeightSymptoms {
  /** Fewer weights know their variance too badly to tell one fan from the other. */
  private static final int ENOUGH = 800;

  private WeightSymptoms() {}

  /** The share of neurons whose weights and bias another neuron of the layer has too. */
  static double twins(Dense layer) {
    int width = layer.weights().numCols;
    int twins = 0;
    for (int neuron = 0; neuron < width; neuron++) {
      twins += hasTwin(layer, neuron) ? 1 : 0;
    }
    return twins / (double) width;
  }

  private static boolean hasTwin(Dense layer, int neuron) {
    for (int other = 0; other < layer.weights().numCols; other++) {
      if (other != neuron && same(layer, neuron, other)) {
        return true;
      }
    }
    return false;
  }

  private static boolean same(Dense layer, int i, int j) {
    DMatrixRMaj w = layer.weights();
    if (layer.bias().length > 0 && layer.bias()[i] != layer.bias()[j]) {
      return false;
    }
    for (int row = 0; row < w.numRows; row++) {
      if (w.data[row * w.numCols + i] != w.data[row * w.numCols + j]) {
        return false;
      }
    }
    return true;
  }

  /**
   * fan_in Var W over what the activation needs, where fan_out Var W is just that; else NaN: the
   * weights then follow neither fan, or the two are alike.
   */
  static double swapped(Dense layer) {
    DMatrixRMaj w = layer.weights();
    double need = Math.pow(Gain.secondMoment(layer.activation()), 2);
    double variance = Moments.of(w).variance();
    boolean fits = near(w.numCols * variance / need, 1.15) && w.getNumElements() >= ENOUGH;
    return fits ? w.numRows * variance / need : Double.NaN;
  }

  private static boolean near(double ratio, double factor) {
    return ratio < factor && ratio > 1 / factor;
  }
}
