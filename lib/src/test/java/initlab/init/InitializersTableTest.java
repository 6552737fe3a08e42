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
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
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
      case "Haar in the middle" -> assertThat(w.data).contains(0);
      case "fixed" ->
          assertThat(Arrays.stream(w.data).allMatch(x -> x == law.low() || x == law.high()))
              .isTrue();
      case "normal and zeros" -> assertThat(w.data).contains(0);
      default -> throw new AssertionError("no such law: " + row.law());
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theFanIsRight(Row row) {
    if (row.layer().equals("dense")) {
      double wide = std(row, new WeightShape(256, 512, 4 * 256, 512));
      double deep = std(row, new WeightShape(256, 512, 256, 4 * 512));
      double longer = std(row, new WeightShape(256, 4 * 512, 256, 512));
      double[] due =
          switch (row.fan()) {
            case "none" -> new double[] {1, 1, 1};
            case "fan_in" -> new double[] {0.5, 1, 1};
            case "mean of both" ->
                new double[] {Math.sqrt(768.0 / 1536), Math.sqrt(768.0 / 2304), 1};
            case "longer side" -> new double[] {1, 1, 0.5};
            default -> throw new AssertionError("no such fan: " + row.fan());
          };
      double now = std(row, DENSE);
      assertThat(new double[] {wide, deep, longer})
          .containsExactly(new double[] {due[0] * now, due[1] * now, due[2] * now}, within(1e-12));
    }
  }

  private static double std(Row row, WeightShape shape) {
    // A diagonal has a share of the matrix, which is no fan.
    return row.call().startsWith("identity") ? 1 : row.rule().std(shape).orElseThrow();
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
