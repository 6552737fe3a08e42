package initlab.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.Network;
import initlab.nn.layer.Mlp;
import initlab.nn.loss.Loss;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class DatasetTest {

  private static DMatrixRMaj column(double... entries) {
    return new DMatrixRMaj(entries.length, 1, true, entries);
  }

  private static Dataset ofClasses(int classes, int... labels) {
    return Dataset.labelled("some", new DMatrixRMaj(labels.length, 2), labels, classes);
  }

  @Test
  void takeAndDropPartTheDataWithoutALossOrAShift() {
    DMatrixRMaj x = new DMatrixRMaj(new double[][] {{1, 2}, {3, 4}, {5, 6}});
    Dataset data = new Dataset("three", x, column(0, 1, 0.5), Loss.logistic());
    Dataset first = data.take(2);
    Dataset rest = data.drop(2);
    assertThat(first.x().data).containsExactly(1, 2, 3, 4);
    assertThat(first.y().data).containsExactly(0, 1);
    assertThat(rest.x().data).containsExactly(5, 6);
    assertThat(rest.y().data).containsExactly(0.5);
    for (Dataset part : new Dataset[] {first, rest}) {
      assertThat(part.name()).isEqualTo("three");
      assertThat(part.loss()).isSameAs(Loss.logistic());
    }
    assertThat(data.take(3).x().data).isEqualTo(x.data);
    assertThat(data.drop(0).x().data).isEqualTo(x.data);
    assertThat(rest).hasToString("three, 1 samples, 2 -> 1");
  }

  @Test
  void atLeastOneSampleIsLeft() {
    Dataset data = ofClasses(2, 0, 1, 0);
    refused(() -> data.take(0), "samples to take is 0; it must be 1 to at most 3");
    refused(() -> data.take(4), "samples to take is 4; it must be 1 to at most 3");
    refused(() -> data.drop(-1), "samples to drop is -1; it must be 0 to at most 2");
    refused(() -> data.drop(3), "samples to drop is 3; it must be 0 to at most 2");
    refused(() -> data.drop(9), "samples to drop is 9");
  }

  @Test
  void labelsBecomeRowsWithAOneAtTheClass() {
    Dataset data = ofClasses(3, 2, 0, 1);
    assertThat(data.y().data).containsExactly(0, 0, 1, 1, 0, 0, 0, 1, 0);
    assertThat(data.loss()).isSameAs(Loss.crossEntropy());
  }

  @Test
  void labelsThatDoNotFitAreNamed() {
    refused(() -> ofClasses(2, 0, 2), "label 1 is 2; it must be 0 to 1");
    refused(() -> ofClasses(2, -1), "label 0 is -1; it must be 0 to 1");
    refused(() -> ofClasses(1, 0), "number of classes is 1; it must be at least 2");
    DMatrixRMaj two = new DMatrixRMaj(2, 1);
    refused(
        () -> Dataset.labelled("x", two, new int[3], 1_000_000_000),
        "number of targets is 3; it must be 2");
  }

  /** One class is always right: a loss of 0 and an accuracy of 1 say nothing of the net. */
  @Test
  void crossEntropyOfOneColumnIsRefusedWithTheLossThatFits() {
    DMatrixRMaj x = new DMatrixRMaj(2, 3);
    refused(
        () -> new Dataset("one", x, column(0, 1), Loss.crossEntropy()),
        "number of target columns is 1; it must be at least 2 for softmax cross-entropy");
    refused(() -> new Dataset("one", x, column(0, 1), Loss.crossEntropy()), "Loss.logistic()");
    assertThat(new Dataset("one", x, column(0, 1), Loss.logistic()).samples()).isEqualTo(2);
    assertThat(new Dataset("two", x, new DMatrixRMaj(2, 2), Loss.crossEntropy())).isNotNull();
  }

  @Test
  void theLargestClassIsAlwaysNamedWithItsShare() {
    assertThat(ofClasses(3, 0, 1, 1, 1, 2, 2).largestClass()).isEqualTo(0.5);
    assertThat(ofClasses(3, 2, 2, 1).largestClass()).isEqualTo(2 / 3.0);
    assertThat(ofClasses(4, 3, 3, 3, 0).largestClass()).isEqualTo(0.75);
    DMatrixRMaj x = new DMatrixRMaj(4, 1);
    for (double[] y : new double[][] {{0, 0, 0, 1}, {1, 0, 1, 1}}) {
      assertThat(new Dataset("yes or no", x, column(y), Loss.logistic()).largestClass())
          .isEqualTo(0.75);
    }
    assertThat(Dataset.of(x, column(1, 0, 0, 0)).largestClass()).isNaN();
  }

  /** The identity on one input: outputs -1, 2, 3, of which the last should have been no. */
  @Test
  void aNetworkIsJudgedOnAllSamples() {
    Network net = Mlp.of(Activation.LINEAR, 1, 1).init(Init.ones(), 1);
    Dataset classes = new Dataset("signs", column(-1, 2, 3), column(0, 1, 0), Loss.logistic());
    assertThat(classes.accuracy(net)).isEqualTo(2 / 3.0);
    double loss = Math.log1p(Math.exp(-1)) + Math.log1p(Math.exp(-2)) + Math.log1p(Math.exp(3));
    assertThat(classes.loss(net)).isCloseTo(loss / 3, within(1e-14));
    Dataset numbers = Dataset.of(column(-1, 2, 3), column(0, 1, 0));
    assertThat(numbers.loss(net)).isEqualTo(11 / 3.0);
    assertThat(numbers.accuracy(net)).isNaN();
  }

  @Test
  void badDataAreNamed() {
    DMatrixRMaj x = new DMatrixRMaj(2, 1);
    refused(() -> Dataset.of(x, new DMatrixRMaj(3, 1)), "number of targets is 3; it must be 2");
    refused(() -> Dataset.of(new DMatrixRMaj(0, 1), x), "number of samples is 0");
    DMatrixRMaj nan = column(1, Double.NaN);
    refused(() -> Dataset.of(nan, x), "x, row 1, column 0 (from 0), is NaN");
    refused(() -> Dataset.of(x, nan), "y, row 1, column 0 (from 0), is NaN");
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String s) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(s);
  }

  @Test
  void moreClassesThanMemoryHoldsAreRefused() {
    DMatrixRMaj x = new DMatrixRMaj(2, 1);
    refused(
        () -> Dataset.labelled("d", x, new int[2], Integer.MAX_VALUE),
        "the size of the targets is 2 x 2147483647");
    refused(
        () -> Dataset.labelled("d", x, new int[2], 1_000_000_000),
        "the memory for the targets of 2 x 1000000000 is 16.0 GB");
  }

  @Test
  void whatIsNotThereIsNamed() {
    Dataset xor = Data.xor(4, 1);
    refused(() -> xor.loss(null), "the network is null");
    refused(() -> xor.accuracy(null), "the network is null");
    refused(() -> new Dataset(null, xor.x(), xor.y(), xor.loss()), "the name of the data is null");
    refused(() -> new Dataset(" ", xor.x(), xor.y(), xor.loss()), "the name of the data is blank");
  }
}
