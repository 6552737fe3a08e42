package initlab.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Activation;
import initlab.init.Initializer;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class ValueTextTest {

  private static List<Integer> upTo(int n) {
    return IntStream.range(0, n).boxed().toList();
  }

  private static String text(Object value) throws Exception {
    return ValueText.text(value);
  }

  @Test
  void aShortArrayIsPrintedInFull() throws Exception {
    assertThat(text(new double[] {1, 2.5, 1e-9, Double.NaN}))
        .isEqualTo("double[4] {1, 2.500, 1.000e-9, NaN}");
    assertThat(text(new int[0])).isEqualTo("int[0] {}");
    assertThat(text(new String[] {"he", null})).isEqualTo("String[2] {he, null}");
    assertThat(text(new float[10])).isEqualTo("float[10] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0}");
  }

  @Test
  void aLongArrayShowsItsBeginning() throws Exception {
    assertThat(text(new float[1000])).isEqualTo("float[1000] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...}");
    assertThat(text(new int[11])).isEqualTo("int[11] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...}");
  }

  @Test
  void aMatrixShowsItsShapeAndACorner() throws Exception {
    var matrix = new DMatrixRMaj(100, 300);
    matrix.set(1, 0, -0.25);
    assertThat(text(matrix).lines())
        .hasSize(8)
        .startsWith(
            "matrix (100 x 300)",
            "      0    0    0    0    0    0  ...",
            "-0.2500    0    0    0    0    0  ...")
        .endsWith("    ...  ...  ...  ...  ...  ...  ...");
  }

  @Test
  void aSmallMatrixIsPrintedInFull() throws Exception {
    assertThat(text(new double[][] {{1, 22}, {3.5, 4}}))
        .isEqualTo("double[][] (2 x 2)\n    1  22\n3.500   4");
    assertThat(text(new DMatrixRMaj(6, 6)).lines()).hasSize(7).noneMatch(s -> s.contains("..."));
    assertThat(text(new DMatrixRMaj(7, 1)).lines()).hasSize(8).last().isEqualTo("...");
  }

  @Test
  void raggedRowsArePrintedOneByOne() throws Exception {
    assertThat(text(new double[][] {{1}, {}}))
        .isEqualTo("double[][2] {double[1] {1}, double[0] {}}");
    assertThat(text(new double[][] {{1}, null})).isEqualTo("double[][2] {double[1] {1}, null}");
    assertThat(text(new double[1][0])).isEqualTo("double[][1] {double[0] {}}");
  }

  @Test
  void everythingElseSaysWhatItSays() throws Exception {
    assertThat(text(0.1 + 0.2)).isEqualTo("0.30000000000000004");
    assertThat(text("a\nb")).isEqualTo("a\nb");
    assertThat(text(Optional.empty())).isEqualTo("Optional.empty");
  }

  @Test
  void upToAHundredEntriesAListAMapAndASetSayAll() throws Exception {
    assertThat(text(List.of(1, 2.5, "he"))).isEqualTo("[1, 2.5, he]");
    assertThat(text(upTo(100))).isEqualTo(upTo(100).toString());
    assertThat(text(new TreeSet<>(upTo(20)))).isEqualTo(upTo(20).toString());
    assertThat(text(new TreeMap<>(Map.of("a", 1, "b", 2)))).isEqualTo("{a=1, b=2}");
    assertThat(text(Arrays.asList("he", null))).isEqualTo("[he, null]");
    assertThat(text(Optional.of(7))).isEqualTo("Optional[7]");
  }

  @Test
  void longListsMapsAndSetsShowTheirBeginningAndTheirSize() throws Exception {
    String ten = "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ...]";
    assertThat(text(upTo(101))).isEqualTo(ten + " (101 entries)");
    assertThat(text(upTo(1_000_000))).isEqualTo(ten + " (1000000 entries)");
    assertThat(text(new TreeSet<>(upTo(500)))).isEqualTo(ten + " (500 entries)");
    assertThat(text(Optional.of(upTo(1000)))).isEqualTo("Optional[" + ten + " (1000 entries)]");
    var map = new TreeMap<Integer, Integer>();
    upTo(200).forEach(i -> map.put(i, -i));
    assertThat(text(map)).startsWith("{0=0, 1=-1, ").endsWith("9=-9, ...} (200 entries)");
  }

  @Test
  void whatLiesWithinIsShortenedToo() throws Exception {
    assertThat(text(List.of(new double[1000], List.of(new int[] {1}))))
        .isEqualTo("[double[1000] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...}, [int[1] {1}]]");
    assertThat(text(new Object[] {upTo(1000)})).hasSizeLessThan(80);
    assertThat(text(Map.of("a", upTo(1000)))).hasSizeLessThan(80);
  }

  /** Two to the power of fifty lists, in fifty objects: nobody asks for more than is shown. */
  @Test
  void listsThatGrowByNestingAreCut() throws Exception {
    List<?> nested = List.of("x");
    for (int k = 0; k < 50; k++) {
      nested = List.of(nested, nested);
    }
    assertThat(text(nested)).hasSizeBetween(ValueText.MOST, ValueText.MOST + 200);
  }

  @Test
  void aLongTextIsCutAndSaysSo() throws Exception {
    assertThat(text("x".repeat(20_000))).isEqualTo("x".repeat(20_000));
    assertThat(text("x".repeat(20_001)))
        .isEqualTo(
            "x".repeat(20_000) + "\n... (20001 characters in all; System.out.println shows them)");
    record Holder(List<Integer> many) {}
    assertThat(text(new Holder(upTo(100_000)))).hasSizeLessThan(20_100).startsWith("Holder[many=");
  }

  @Test
  void whatHoldsItselfIsNamedOnceMoreAndNoFurther() throws Exception {
    List<Object> self = new ArrayList<>(List.of(1));
    self.add(self);
    assertThat(text(self)).isEqualTo("[1, (this ArrayList again)]");
    Map<String, Object> map = new HashMap<>();
    map.put("me", List.of(map));
    assertThat(text(map)).isEqualTo("{me=[(this HashMap again)]}");
    Object[] array = new Object[1];
    array[0] = array;
    assertThat(text(array)).isEqualTo("Object[1] {(this Object[] again)}");
    List<Integer> twice = List.of(1);
    assertThat(text(List.of(twice, twice))).isEqualTo("[[1], [1]]");
  }

  /** A list that makes up its entries, and one that knows better how to say what it is. */
  @Test
  void listsOfTheReadersOwnAreAskedForFewEntries() throws Exception {
    var endless =
        new AbstractList<Integer>() {
          @Override
          public Integer get(int index) {
            assertThat(index).isLessThan(11);
            return index;
          }

          @Override
          public int size() {
            return Integer.MAX_VALUE;
          }
        };
    assertThat(text(endless)).endsWith("9, ...] (2147483647 entries)");
    var named =
        new ArrayList<Integer>() {
          private static final long serialVersionUID = 1;

          @Override
          public String toString() {
            return "my list";
          }
        };
    assertThat(text(Collections.singletonList(named))).isEqualTo("[my list]");
  }

  @Test
  void aLambdaIsNamedByWhatItIsFor() throws Exception {
    Initializer mine = (shape, rng) -> new DMatrixRMaj(shape.rows(), shape.cols());
    assertThat(text(mine)).isEqualTo("a lambda (Initializer): give it a name with .named(\"...\")");
    Activation sine = Math::sin;
    assertThat(text(sine)).startsWith("a lambda (Activation): give it a name");
    assertThat(text(sine.named("sine"))).isEqualTo("sine");
    Runnable nothing = () -> {};
    assertThat(text(nothing)).isEqualTo("a lambda (Runnable)");
  }

  @Test
  void aTextWithoutEndIsWaitedForAWhileOnly() {
    Object endless =
        new Object() {
          @Override
          public String toString() {
            while (!Thread.currentThread().isInterrupted()) {
              Thread.onSpinWait();
            }
            return "never seen";
          }
        };
    assertThatThrownBy(() -> ValueText.text(endless, 50))
        .hasMessageContaining("its toString() has not ended after 0 s")
        .hasMessageContaining("a loop without end");
  }
}
