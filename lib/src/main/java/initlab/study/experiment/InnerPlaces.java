package initlab.study.experiment;

import initlab.nn.Signal;
import java.util.function.DoubleUnaryOperator;
import org.ejml.data.DMatrixRMaj;

/** Means over the middle half of an image, a text or a volume, which no border reaches. */
final class InnerPlaces {
  private InnerPlaces() {}

  /** The mean of (batch places x channels), middle places only. */
  static double mean(DMatrixRMaj m, Signal signal) {
    return mean(m, signal, x -> x);
  }

  /** The mean of the squares. */
  static double meanSquare(DMatrixRMaj m, Signal signal) {
    return mean(m, signal, x -> x * x);
  }

  private static double mean(DMatrixRMaj m, Signal signal, DoubleUnaryOperator f) {
    double sum = 0;
    long count = 0;
    int channels = signal.channels();
    int rows = m.getNumElements() / channels; // a row may hold a place, or a whole sample
    for (int row = 0; row < rows; row++) {
      if (isInner(row % signal.places(), signal)) {
        for (int c = 0; c < channels; c++) {
          sum += f.applyAsDouble(m.data[row * channels + c]);
        }
        count += channels;
      }
    }
    return sum / count;
  }

  private static boolean isInner(int place, Signal signal) {
    int w = place % signal.width();
    int h = place / signal.width() % signal.height();
    int d = place / signal.width() / signal.height();
    return isInner(w, signal.width()) && isInner(h, signal.height()) && isInner(d, signal.depth());
  }

  /** From a quarter to three quarters: an even number of places where there are four or more. */
  private static boolean isInner(int place, int of) {
    int first = of / 4;
    int count = of < 4 ? of - 2 * first : Math.max(2, (of - 2 * first) / 2 * 2);
    return place >= first && place < first + count;
  }
}
