package initlab.study.experiment;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.Stopped;
import initlab.init.Activation;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.theory.NumberFormat;
import initlab.train.data.Data;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.Table;

/** The layer at which a format ends, entry by entry, and every column of its tables. */
class FormatDepthNumbersTest {

  /** Multiplies each number by a factor and rounds it, until one is infinite or all are 0. */
  private static int byHand(NumberFormat format, int width, int depth, double factor, long seed) {
    DMatrixRMaj x = Data.normal(4, width, seed);
    for (int l = 1; l <= depth; l++) {
      for (int i = 0; i < x.getNumElements(); i++) {
        x.data[i] = format.round(factor * x.data[i]);
      }
      if (Arrays.stream(x.data).anyMatch(Double::isInfinite)
          || Arrays.stream(x.data).allMatch(v -> v == 0)) {
        return l;
      }
    }
    return depth + 1;
  }

  @ParameterizedTest
  @CsvSource({"3, 5", "1.3, 1", "10, 2", "0.4, 5", "0.01, 1", "1e30, 3", "1e-30, 3", "1, 4"})
  void aDiagonalNetEndsWhereItsNumbersDo(double factor, int width) {
    Initializer rule = Init.identity(factor);
    for (NumberFormat format : NumberFormat.values()) {
      for (long seed : new long[] {1, 5}) {
        assertThat(FormatDepth.of(format, LINEAR, width, 60, rule, seed))
            .as("%s, seed %s", format, seed)
            .isEqualTo(byHand(format, width, 60, factor, seed));
      }
    }
  }

  /** One overflow ends it; one number that is not 0 keeps it alive. */
  @Test
  void anOverflowEndsItAndZerosOnlyTogether() {
    DMatrixRMaj one = new DMatrixRMaj(3, 3);
    one.set(1, 1, 1);
    Initializer single = (shape, rng) -> one.copy();
    assertThat(FormatDepth.of(NumberFormat.FP32, LINEAR, 3, 9, single, 1)).isEqualTo(10);
    DMatrixRMaj large = new DMatrixRMaj(3, 3);
    large.set(2, 2, 1e6);
    Initializer grows = (shape, rng) -> large.copy();
    assertThat(FormatDepth.of(NumberFormat.FP16, LINEAR, 3, 9, grows, 1)).isEqualTo(1);
    Activation nil = z -> 0;
    assertThat(FormatDepth.of(NumberFormat.FP64, nil, 3, 9, single, 1)).isEqualTo(1);
  }

  @Test
  void theTableHasARowForEveryRuleAndAColumnForEveryFormat() {
    Initializer[] rules = {Init.identity(10), Init.identity(0.1), Init.identity()};
    Table shown = FormatDepth.table(LINEAR, 4, 50, rules).data();
    assertThat(shown.name())
        .isEqualTo("First layer that overflows or is all zero (50 layers tried)");
    assertThat(shown.columnNames()).containsExactly("start", "FP16", "BF16", "FP32", "FP64");
    assertThat(shown.stringColumn("start").asList())
        .containsExactlyElementsOf(Arrays.stream(rules).map(Initializer::name).toList());
    for (NumberFormat format : NumberFormat.values()) {
      List<String> due =
          Arrays.stream(new double[] {10, 0.1, 1})
              .mapToInt(factor -> byHand(format, 4, 50, factor, 1))
              .mapToObj(layer -> layer > 50 ? "none" : "" + layer)
              .toList();
      assertThat(shown.stringColumn(format.toString()).asList()).isEqualTo(due);
    }
    assertThatThrownBy(() -> FormatDepth.table(LINEAR, 4, 50)).hasMessageContaining("rules");
  }

  /** A slow decay spreads the seeds, so that first, median and last differ. */
  @Test
  void besideTheoryStandMedianFirstAndLastOfNineSeeds() {
    Initializer rule = Init.lecunNormal().gain(0.5);
    Table shown = FormatDepth.beside(RELU, 6, 30, rule).data();
    assertThat(shown.columnNames())
        .containsExactly("format", "by theory", "measured", "first", "last");
    assertThat(shown.name())
        .isEqualTo(
            rule.name() + ", ReLU: first layer that overflows or is all zero (30 layers tried)");
    for (NumberFormat format : NumberFormat.values()) {
      int row = format.ordinal();
      double[] seen =
          IntStream.rangeClosed(1, 9)
              .mapToDouble(seed -> FormatDepth.of(format, RELU, 6, 30, rule, seed))
              .sorted()
              .toArray();
      assertThat(shown.stringColumn("format").get(row)).isEqualTo(format.toString());
      assertThat(shown.stringColumn("by theory").get(row))
          .isEqualTo(words(FormatDepth.predicted(format, RELU, 6, 30, rule)));
      assertThat(shown.stringColumn("measured").get(row)).isEqualTo(words(seen[4]));
      assertThat(shown.stringColumn("first").get(row)).isEqualTo(words(seen[0]));
      assertThat(shown.stringColumn("last").get(row)).isEqualTo(words(seen[8]));
    }
    assertThat(shown.stringColumn("first").get(0)).isNotEqualTo(shown.stringColumn("last").get(0));
  }

  private static String words(double layer) {
    return layer > 30 ? "none" : "" + (int) layer;
  }

  /** A root mean square of growth^l, that is std sqrt(width) a layer, and ReLU's root of a half. */
  @ParameterizedTest
  @CsvSource({"1, 8", "1e-3, 8", "1e100, 8", "1e-100, 8", "1e150, 8", "1e-150, 8"})
  void theoryEndsWhereThePowerDoes(double std, int width) {
    double growth = std * Math.sqrt(width);
    for (NumberFormat format : NumberFormat.values()) {
      int layer = 1;
      while (layer <= 40 && inside(format, layer * Math.log10(growth))) {
        layer++;
      }
      assertThat(FormatDepth.predicted(format, LINEAR, width, 40, Init.normal(std)))
          .as("%s", format)
          .isEqualTo(layer);
    }
  }

  /** Whether 10^log is stored as a number that is neither infinite nor 0. */
  private static boolean inside(NumberFormat format, double log) {
    return log < Math.log10(format.max()) && log > Math.log10(format.smallest()) - Math.log10(2);
  }

  @Test
  void whereTheoryKnowsNothingTheMeasurementIsThere() {
    Table shown = FormatDepth.beside(LINEAR, 3, 4, Init.constant(1e3)).data();
    assertThat(shown.stringColumn("by theory").asList()).containsOnly("unknown");
    assertThat(shown.stringColumn("measured").get(0)).isEqualTo("2"); // 3e3 squared is 9e6
    assertThatThrownBy(
            () -> FormatDepth.predicted(NumberFormat.FP32, LINEAR, 3, 4, Init.constant(1e3)))
        .hasMessageContaining("mean 0 that a double can square");
  }

  /** R21: 1500 layers of 300 x 300 would take more than the memory of this test. */
  @Test
  void depthTakesNoMemoryAndWidthIsRefusedWithItsSize() {
    assertThat(FormatDepth.of(NumberFormat.FP16, RELU, 300, 1500, Init.normal(1e9), 1)).isOne();
    assertThatThrownBy(() -> FormatDepth.of(NumberFormat.FP16, RELU, 40_000, 2, Init.normal(1), 1))
        .hasMessageContaining("the memory for one layer's weights is 25.6 GB")
        .hasMessageContaining("narrower");
    assertThatThrownBy(() -> FormatDepth.of(NumberFormat.FP16, RELU, 0, 2, Init.normal(1), 1))
        .hasMessageContaining("width");
    assertThatThrownBy(() -> FormatDepth.of(NumberFormat.FP16, RELU, 3, 0, Init.normal(1), 1))
        .hasMessageContaining("depth");
  }

  @Test
  void anInterruptStopsIt() {
    Stopped.atOnce(() -> FormatDepth.of(NumberFormat.FP32, RELU, 3, 4, Init.zeros(), 1));
    Stopped.atOnce(() -> FormatDepth.table(RELU, 3, 4, Init.zeros()));
    Stopped.atOnce(() -> FormatDepth.beside(LINEAR, 3, 4, Init.heNormal()));
  }
}
