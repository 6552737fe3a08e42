package initlab.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  private static Table sample() {
    return Table.of("After 50 layers")
        .words("start", List.of("zeros", "a <b> & c"))
        .counts("seeds", 30, 200)
        .numbers("median", 1e-8, 0.2801);
  }

  @Test
  void textIsAlignedAndScientificWhereItShouldBe() {
    assertThat(sample().text())
        .isEqualTo(
            """
            After 50 layers
            start      seeds   median
            ---------  -----  -------
            zeros         30  1.00e-8
            a <b> & c    200    0.280""");
  }

  @Test
  void htmlEscapesAndAligns() {
    assertThat(sample().html())
        .contains("a &lt;b&gt; &amp; c")
        .contains("<td align=\"right\" style=\"text-align:right\">1.00e-8</td>")
        .doesNotContain("script");
    assertThat(sample().display()).containsOnlyKeys("text/plain", "text/html");
  }

  @Test
  void zeroInfinityAndNanAreThemselves() {
    Table odd =
        Table.of("")
            .numbers("v", 0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN);
    assertThat(odd.text().lines().skip(2).map(String::strip))
        .containsExactly("0", "\u221E", "-\u221E", "NaN");
    Table theory = Table.of("").known("theory", 0.5, Double.NaN);
    assertThat(theory.text().lines().skip(2)).containsExactly(" 0.500", "     \u2013");
    assertThat(theory.data().doubleColumn("theory").isMissing(1)).isTrue();
  }

  @Test
  void tablesawSortsAndTheResultIsShownInTheSameFormat() {
    Table sorted = Table.from(sample().data().sortDescendingOn("median"));
    assertThat(sorted.text()).contains("0.280\nzeros");
    assertThat(sorted.text()).contains("1.00e-8");
  }

  @Test
  void missingNumbersComeBackAsNan() {
    Table back = Table.from(Table.of("t").numbers("v", 1, Double.NaN).data());
    assertThat(back.text()).contains("1.00").contains("NaN");
  }

  @Test
  void rowsFindOutWhatEachColumnHolds() {
    Table t =
        Table.rows("", List.of("n", "x", "w"), List.of(List.of(1, 0.5, "a"), List.of(2, 3, "b")));
    assertThat(t.text().lines().skip(2)).containsExactly("1  0.500  a", "2   3.00  b");
  }

  @Test
  void digitsMayBeChosen() {
    assertThat(Table.of("").digits(7, "gain", Math.sqrt(2)).text()).contains("1.414214");
  }

  @Test
  void badInputIsNamedWithItsCure() {
    assertThatThrownBy(() -> sample().numbers("p", 1))
        .hasMessageContaining("1 values but the table has 2 rows");
    assertThatThrownBy(() -> sample().counts("seeds", 1, 2)).hasMessageContaining("another name");
    assertThatThrownBy(() -> sample().digits(0, "p", 1, 2)).hasMessageContaining("digits = 0");
    assertThatThrownBy(() -> Table.rows("", List.of("a"), List.of(List.of(1, 2))))
        .hasMessageContaining("row 0 has 2 cells");
  }
}
