package initlab.view.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every sentence and number of a heat map's and a matrix's words. */
class HeatMapWordsTest {
  private static final double NAN = Double.NaN;
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static HeatMap map(double[] y, double[]... rows) {
    double[] x = IntStream.rangeClosed(1, rows[0].length).mapToDouble(i -> 10 * i).toArray();
    return HeatMap.of("t", x, y, rows).axes("w", "b").shows("growth", 2);
  }

  private static double[] v(double... values) {
    return values;
  }

  @Test
  void rowsAreSaidFromTheTopWithTheirEndsAndWhereTheyPass() {
    HeatMap map = map(v(5, 6), v(0, 1, 3), v(4, 3.5, 2.5)).curve("theory", v(11, 22), v(5, 6));
    assertThat(map.text().lines())
        .containsExactly(
            "t",
            "growth; 3 x 2 cells; w 10 to 30",
            "  b 6: 4 to 2.5, does not pass 2; theory at 22",
            "  b 5: 0 to 3, passes 2 at 25; theory at 11");
    assertThat(map.toString()).isEqualTo(map.text());
  }

  @Test
  void aRowMayPassTwiceAndDownward() {
    String text = map(v(5), v(3, 1, 1, 6)).text();
    assertThat(text).contains("b 5: 3 to 6, passes 2 at 15, 32");
  }

  @Test
  void passesAtInfinityAreHalfWayAndBesideNanNone() {
    assertThat(map(v(5), v(1, INFINITY)).text()).contains("1 to infinite, passes 2 at 15");
    assertThat(map(v(5), v(-INFINITY, INFINITY)).text())
        .contains("-infinite to infinite, passes 2 at 15");
    assertThat(map(v(5), v(NAN, 9)).text()).contains("NaN to 9, does not pass 2");
    assertThat(map(v(5), v(1, NAN, 9)).text()).contains("1 to 9, does not pass 2");
    assertThat(map(v(5), v(1, 2)).text()).contains("1 to 2, passes 2 at 20");
  }

  @Test
  void aCurveIsSaidOnlyWhereItIsKnown() {
    double[][] rows = {v(1, 1), v(1, 1), v(1, 1)};
    String text = map(v(5, 6, 7), rows).curve("chi = 1", v(3, NAN), v(5, 6)).text();
    assertThat(text).contains("b 5: 1 to 1, does not pass 2; chi = 1 at 3");
    assertThat(text.lines().filter(l -> l.contains("chi"))).hasSize(1);
  }

  @Test
  void ofManyRowsFiveAreSaidEvenlyFromTheTop() {
    double[] y = IntStream.range(0, 9).asDoubleStream().toArray();
    double[][] rows = new double[9][2];
    assertThat(map(y, rows).text().lines().skip(2).map(l -> l.split(":", -1)[0]))
        .containsExactly("  b 8", "  b 6", "  b 4", "  b 2", "  b 0");
    assertThat(map(v(3), v(1, 1)).text().lines()).hasSize(3);
    assertThat(map(v(3, 4), rows[0], rows[0]).text().lines().skip(2).map(l -> l.split(":", -1)[0]))
        .containsExactly("  b 4", "  b 3");
  }

  @Test
  void aMatrixIsSaidRowByRowWithItsEqualColumns() {
    MatrixGrid two = MatrixGrid.of("W", new double[][] {{1, 2, 1, 2}});
    assertThat(two.text())
        .isEqualTo("W\n1 row x 4 columns\n  1  2  1  2\nequal columns: 1, 3; 2, 4");
    assertThat(MatrixGrid.of("W", new double[][] {{1}, {-22.5}}).text())
        .isEqualTo("W\n2 rows x 1 column\n      1\n  -22.5\none column");
    double[][] wide = new double[17][13];
    for (int i = 0; i < 17; i++) {
      for (int j = 0; j < 13; j++) {
        wide[i][j] = i == 0 ? j : 0;
      }
    }
    String text = MatrixGrid.of("W", wide).text();
    assertThat(text).contains("\n   0   1   2   3   4   5   6   7   8   9  10  11  …\n");
    assertThat(text).contains("\n  …\nno two columns are equal");
    assertThat(text.lines()).hasSize(2 + 16 + 2);
  }
}
