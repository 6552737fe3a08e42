package initlab.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import initlab.math.Moments;
import initlab.math.RandomStreams;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps docs/initializers.md true: its table is read, and every cell is tried on the code. */
class InitializersTableTest {
  private static final Path PAGE = Path.of("docs", "initializers.md");
  private static final WeightShape DENSE = WeightShape.dense(256, 512);
  private static final WeightShape CONV = WeightShape.conv(3, 3, 16, 32);

  record Row(String call, String layer, String law, String std, String fan, String refuses) {
    WeightShape shape() {
      return layer.equals("dense") ? DENSE : CONV;
    }

    Initializer rule() {
      return (Initializer) value(call);
    }

    @Override
    public String toString() {
      return call;
    }
  }

  static Stream<Row> rows() throws IOException {
    return Files.readAllLines(PAGE).stream()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.replace("`", "").split("\\|"))
        .map(c -> Arrays.stream(c).map(String::strip).toArray(String[]::new))
        .map(c -> new Row(c[1], c[2], c[3], c[4], c[5], c[6]));
  }

  /** The value of a call of Init, as "uniform(2, 1)". */
  private static Object value(String call) {
    String name = call.substring(0, call.indexOf('('));
    String inside = call.substring(name.length() + 1, call.length() - 1).strip();
    String[] words = inside.isEmpty() ? new String[0] : inside.split(", ");
    Method method =
        Arrays.stream(Init.class.getMethods())
            .filter(m -> m.getName().equals(name) && m.getParameterCount() == words.length)
            .filter(m -> !m.isVarArgs()) // prior(counts) is for biases, by PriorTest
            .findFirst()
            .orElseThrow(() -> new AssertionError("no such call: Init." + call));
    Object[] arguments = new Object[words.length];
    Arrays.setAll(arguments, i -> argument(method.getParameterTypes()[i], words[i]));
    try {
      return method.invoke(null, arguments);
    } catch (InvocationTargetException thrown) {
      throw (RuntimeException) thrown.getCause();
    } catch (IllegalAccessException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static Object argument(Class<?> type, String word) {
    if (type == int.class) {
      return Integer.valueOf(word);
    }
    if (type == FanMode.class) {
      return FanMode.valueOf(word);
    }
    return type == Distribution.class ? Distribution.valueOf(word) : (Object) Double.valueOf(word);
  }

  @Test
  void everyNameHasARow() throws IOException {
    assertThat(rows().map(r -> r.call().replaceAll("\\(.*", "")).distinct())
        .containsExactlyInAnyOrder(
            Arrays.stream(Init.class.getMethods())
                .filter(m -> Modifier.isStatic(m.getModifiers()))
                .map(Method::getName)
                .distinct()
                .toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theStdIsRight(Row row) {
    double due = Double.parseDouble(row.std());
    assertThat(row.rule().std(row.shape()).orElseThrow()).isCloseTo(due, within(1e-5 * due));
    DMatrixRMaj w = row.rule().draw(row.shape(), RandomStreams.layer(1, 1));
    // A few thousand weights and more: 5 standard errors are at most 7 %. Laws is strict.
    assertThat(Moments.of(w).std()).isCloseTo(due, within(0.07 * due + 1e-15));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theLawIsRight(Row row) {
    Law law = row.rule().law(row.shape()).orElseThrow();
    DMatrixRMaj w = row.rule().draw(row.shape(), RandomStreams.layer(1, 1));
    switch (row.law()) {
      case "normal" -> assertThat(law.bounds()).isEqualTo("none");
      case "uniform" -> assertThat(law.high() / law.std()).isCloseTo(Math.sqrt(3), within(1e-9));
      case "cut normal" ->
          assertThat(law.high() / law.std()).isCloseTo(2 / 0.8796256, within(1e-6));
      case "Haar" -> assertThat(HaarLaws.defect(w, law.high())).isLessThan(1e-12);
      case "Haar, each gate" -> {
        assertThat(HaarLaws.defect(CommonOps_DDRM.extract(w, 0, 256, 0, 256), 1)).isLessThan(1e-12);
        assertThat(HaarLaws.defect(CommonOps_DDRM.extract(w, 0, 256, 256, 512), 1))
            .isLessThan(1e-12);
      }
      case "two uniforms" ->
          assertThat(law.high() / law.std()).isCloseTo(Math.sqrt(6), within(1e-9));
      case "log-uniform" -> // exp |w| is U(1, 199): of 131,072, 5 standard errors of the mean
          assertThat(Arrays.stream(w.data).map(x -> Math.exp(Math.abs(x))).average().orElse(0))
              .isCloseTo(100, within(5 * 198 / Math.sqrt(12 * 131072.0)));
      case "mirrored Haar" ->
          assertThat(HaarLaws.defect(CommonOps_DDRM.extract(w, 0, 256, 0, 256), law.high()))
              .isLessThan(1e-12);
      case "Haar in the middle" -> haarInTheMiddle(row, w, law.high());
      case "fixed" ->
          assertThat(Arrays.stream(w.data).allMatch(x -> x == law.low() || x == law.high()))
              .isTrue();
      case "normal and zeros" -> normalAndZeros(row, w);
      default -> throw new AssertionError("no such law: " + row.law());
    }
  }

  /** Nothing off the middle, there a slice of a Haar matrix; in 8,000 small kernels as well. */
  private static void haarInTheMiddle(Row row, DMatrixRMaj w, double gain) {
    DMatrixRMaj middle = middle(w, 16, 32);
    assertThat(HaarLaws.defect(middle, gain)).isLessThan(1e-12);
    assertThat(count(w, x -> x != 0)).isEqualTo(count(middle, x -> x != 0)).isEqualTo(16 * 32);
    Initializer small =
        (s, rng) ->
            middle(
                row.rule().draw(WeightShape.conv(3, 3, s.rows(), s.cols()), rng),
                s.rows(),
                s.cols());
    assertThat(HaarLaws.failures(small, WeightShape.dense(3, 4), gain)).isEmpty();
  }

  /** The tap in the middle of a 3 x 3 kernel (9 in x out), as (in x out). */
  private static DMatrixRMaj middle(DMatrixRMaj w, int in, int out) {
    return CommonOps_DDRM.extract(w, 4 * in, 5 * in, 0, out);
  }

  /**
   * So many zeros in each column, and normal numbers between. Fourth moments of 32,768 numbers have
   * a relative standard error of 0.9 %, variances of 0.8 %: 5 of them are allowed, and 6 standard
   * deviations of a binomial for the zeros of a row, of which there are 256.
   */
  private static void normalAndZeros(Row row, DMatrixRMaj w) {
    double[] said =
        Pattern.compile("[0-9.]+")
            .matcher(row.call())
            .results()
            .mapToDouble(number -> Double.parseDouble(number.group()))
            .toArray();
    for (int col = 0; col < w.numCols; col++) {
      assertThat(count(CommonOps_DDRM.extractColumn(w, col, null), x -> x == 0))
          .isEqualTo(Math.round(said[0] * w.numRows));
    }
    double usual = said[0] * w.numCols;
    double most = 6 * Math.sqrt(usual * (1 - said[0]));
    for (int r = 0; r < w.numRows; r++) {
      assertThat((double) count(CommonOps_DDRM.extractRow(w, r, null), x -> x == 0))
          .isCloseTo(usual, within(most));
    }
    Moments kept = Moments.of(Arrays.stream(w.data).filter(x -> x != 0).toArray());
    assertThat(kept.count()).isEqualTo(32768);
    assertThat(kept.variance() / (said[1] * said[1])).isCloseTo(1, within(0.04));
    double fourth = Arrays.stream(w.data).map(x -> Math.pow(x / said[1], 4)).sum() / kept.count();
    assertThat(fourth).isCloseTo(3, within(0.14));
  }

  private static long count(DMatrixRMaj w, DoublePredicate what) {
    return Arrays.stream(w.data, 0, w.getNumElements()).filter(what).count();
  }

  static Stream<Row> denseRows() throws IOException {
    return rows().filter(row -> row.layer().equals("dense"));
  }

  static Stream<Row> convolutionRows() throws IOException {
    return rows().filter(row -> !row.layer().equals("dense"));
  }

  @ParameterizedTest
  @MethodSource("denseRows")
  void theFanIsRight(Row row) {
    double wide = scale(row, new WeightShape(256, 512, 4 * 256, 512));
    double deep = scale(row, new WeightShape(256, 512, 256, 4 * 512));
    double longer = scale(row, new WeightShape(256, 4 * 512, 256, 512));
    double[] due =
        switch (row.fan()) {
          case "none" -> new double[] {1, 1, 1};
          case "fan_in" -> new double[] {0.5, 1, 1};
          case "fan_in, whole" -> new double[] {0.25, 1, 1};
          case "rows" -> new double[] {1, 1, 1};
          case "columns" -> new double[] {1, 1, 0.5};
          case "fan_in, twice" ->
              new double[] {0.5 * Math.exp(1.2 / (1024 - 2.4) - 1.2 / (256 - 2.4)), 1, 1};
          case "mean of both" -> new double[] {Math.sqrt(768.0 / 1536), Math.sqrt(768.0 / 2304), 1};
          case "longer side" -> new double[] {1, 1, 0.5};
          default -> throw new AssertionError("no such fan: " + row.fan());
        };
    double now = scale(row, DENSE);
    assertThat(new double[] {wide, deep, longer})
        .containsExactly(new double[] {due[0] * now, due[1] * now, due[2] * now}, within(1e-12));
  }

  /** More input channels, more output channels: what a rule divides by is counted in the layer. */
  @ParameterizedTest
  @MethodSource("convolutionRows")
  void theFanOfAConvolutionIsWhatCountingFinds(Row row) {
    double now = scale(row, CONV) * Math.sqrt(counted(row, CONV));
    for (WeightShape other :
        List.of(WeightShape.conv(3, 3, 32, 32), WeightShape.conv(3, 3, 16, 288))) {
      assertThat(scale(row, other) * Math.sqrt(counted(row, other)))
          .isCloseTo(now, within(1e-9 * now));
    }
  }

  private static double counted(Row row, WeightShape shape) {
    ConvKernel kernel = shape.convolutional("");
    return switch (row.fan()) {
      case "none" -> 1;
      case "fan_in" -> UnrolledLayer.of(kernel, 6).fanIn();
      case "longer side" -> Math.max(9 * kernel.in(), kernel.out());
      default -> throw new AssertionError("no such fan: " + row.fan());
    };
  }

  /**
   * The std, or, of a matrix that is mostly zeros, the size of a row that is not: it has no fan.
   */
  private static double scale(Row row, WeightShape shape) {
    if (!row.call().matches("(identity|dirac|deltaOrthogonal).*")) {
      return row.rule().std(shape).orElseThrow();
    }
    DMatrixRMaj w = row.rule().draw(shape, RandomStreams.layer(1, 1));
    int inputs = shape.kernel() == null ? shape.rows() : shape.kernel().in();
    return NormOps_DDRM.normF(w) / Math.sqrt(inputs);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void badInputIsRefused(Row row) {
    if (!row.refuses().equals("-")) {
      String[] callAndWords = row.refuses().split(": ", 2);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> value(callAndWords[0]))
          .withMessageStartingWith(callAndWords[1]);
    }
  }
}
