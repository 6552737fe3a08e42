package initlab.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every column of a table, as text, as HTML and as Tablesaw's. */
class TableColumnsTest {
  private static final double NAN = Double.NaN;

  private static final Table FOUR =
      Table.of("t")
          .words("start", List.of("He", "Xavier"))
          .counts("seeds", 7, 1_000_000)
          .numbers("median", 0.5, 123456)
          .digits(5, "exact", Math.PI, 2)
          .known("theory", NAN, 1e-9);

  /** Nothing known is a dash; a known 0 is 0, and what overflows is infinite. */
  @Test
  void onlyWhatIsNotKnownIsADash() {
    Table known = Table.of("t").known("theory", 0, NAN, 1 / 0.0, -1);
    assertThat(known.text().lines().map(String::strip).skip(3))
        .containsExactly("0", "\u2013", "\u221E", "-1.00");
  }

  @Test
  void textHasEveryColumnUnderItsName() {
    assertThat(FOUR.text().lines())
        .containsExactly(
            "t",
            "start     seeds  median   exact   theory",
            "------  -------  ------  ------  -------",
            "He            7   0.500  3.1416        –",
            "Xavier  1000000  1.23e5  2.0000  1.00e-9");
    assertThat(FOUR.toString()).isEqualTo(FOUR.text());
    assertThat(FOUR.height()).isEqualTo(2);
  }

  @Test
  void htmlHasEveryCellOnItsSideInOrder() {
    assertThat(cells(FOUR, "th")).containsExactly("start", "seeds", "median", "exact", "theory");
    assertThat(cells(FOUR, "td"))
        .containsExactly(
            "He", "7", "0.500", "3.1416", "–", "Xavier", "1000000", "1.23e5", "2.0000", "1.00e-9");
    List<String> sides =
        Pattern.compile("<td align=\"(\\w+)\" style=\"text-align:(\\w+)\">")
            .matcher(FOUR.html())
            .results()
            .peek(m -> assertThat(m.group(1)).isEqualTo(m.group(2)))
            .map(m -> m.group(1))
            .toList();
    assertThat(sides.subList(0, 5)).containsExactly("left", "right", "right", "right", "right");
    assertThat(FOUR.html()).startsWith("<table><caption").contains("<b>t</b></caption><thead><tr>");
    assertThat(FOUR.html().split("<tr>", -1)).hasSize(4);
    assertThat(FOUR.html().split("</tr>", -1)).hasSize(4);
    assertThat(Table.of(" ").words("a", List.of("b")).html()).doesNotContain("caption");
    assertThat(Table.of(" ").words("a", List.of("b")).text()).isEqualTo("a\n-\nb");
  }

  private static List<String> cells(Table table, String tag) {
    return Pattern.compile("<" + tag + " [^>]*>([^<]*)</" + tag + ">")
        .matcher(table.html())
        .results()
        .map(m -> m.group(1))
        .toList();
  }

  @Test
  void tablesawHasTheNumbersThemselves() {
    var data = FOUR.data();
    assertThat(data.name()).isEqualTo("t");
    assertThat(data.stringColumn("start").asList()).containsExactly("He", "Xavier");
    assertThat(data.longColumn("seeds").asList()).containsExactly(7L, 1_000_000L);
    assertThat(data.doubleColumn("median").asDoubleArray()).containsExactly(0.5, 123456);
    assertThat(data.doubleColumn("exact").asDoubleArray()).containsExactly(Math.PI, 2);
    assertThat(data.doubleColumn("theory").isMissing(0)).isTrue();
    assertThat(Table.from(data).text()).contains("He            7   0.500   3.14      NaN");
  }

  @Test
  void emptyTablesAndColumnsAreThemselves() {
    assertThat(Table.of("t").text()).isEqualTo("t\n\n");
    assertThat(Table.of("t").height()).isZero();
    assertThat(Table.of("t").data().columnCount()).isZero();
    Table none = Table.of("t").words("a", List.of()).numbers("b");
    assertThat(none.text()).isEqualTo("t\na  b\n-  -");
    assertThat(none.data().rowCount()).isZero();
    assertThat(Table.rows("t", List.of("a"), List.of()).text()).isEqualTo("t\na\n-");
  }

  @Test
  void rowsMayMixNumbersAndWords() {
    Table t =
        Table.rows(
            "t",
            List.of("whole", "mixed", "half", "words"),
            List.of(List.of(1, 1, 1, "x"), List.of(2L, "two", 0.5f, "y")));
    assertThat(t.text().lines().skip(3))
        .containsExactly("    1  1       1.00  x", "    2  two    0.500  y");
    assertThatThrownBy(
            () -> Table.rows("t", List.of("a"), List.of(List.of(1), Arrays.asList(1, 2))))
        .hasMessage("row 1 has 2 cells but the header has 1; give one cell for each column.");
  }

  @Test
  void digitsMayBeOneToSeventeen() {
    assertThat(Table.of("").digits(17, "v", 0.1).text()).contains("0.1");
    assertThat(Table.of("").digits(1, "v", 0.123).text()).contains("0.1");
    for (int digits : new int[] {0, 18, -1}) {
      assertThatThrownBy(() -> Table.of("").digits(digits, "v", 1))
          .hasMessageContaining("digits = " + digits)
          .hasMessageContaining("between 1 and 17");
    }
  }

  @Test
  void wordsOfOtherTonguesAndTagsStayWords() {
    Table odd = Table.of("a < b & c").words("<i>", List.of("\"x\" > 'y'"));
    assertThat(odd.html())
        .contains("<b>a &lt; b &amp; c</b>")
        .contains(">&lt;i&gt;</th>")
        .contains(">\"x\" &gt; 'y'</td>");
    Table control = Table.of("t").words("a\u0001", List.of("\u0000b"));
    assertThat(control.html()).doesNotContain("\u0001").doesNotContain("\u0000");
  }

  /** Tablesaw takes names that differ in case alone for the same. */
  @Test
  void namesThatDifferInCaseAloneBecomeTablesawsToo() {
    Table both = Table.of("t").words("n", List.of("a")).counts("N", 3).counts("n 2", 4);
    assertThat(both.text()).contains("n  N");
    var data = both.data();
    assertThat(data.columnCount()).isEqualTo(3);
    assertThat(data.columnNames()).containsExactly("n", "N 2", "n 2 2");
    assertThat(data.longColumn(1).get(0)).isEqualTo(3);
  }

  @Test
  void everyLengthIsAskedFor() {
    Table two = Table.of("t").words("a", List.of("x", "y"));
    assertThatThrownBy(() -> two.counts("b", 1)).hasMessageContaining("\"b\" has 1 values but");
    assertThatThrownBy(() -> two.known("b", 1, 2, 3)).hasMessageContaining("has 3 values but");
    assertThatThrownBy(() -> two.words("a", List.of("x", "y")))
        .hasMessageContaining("\"a\" is there");
  }

  @Test
  void aWordThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> Table.of("t").words("f", Arrays.asList("a", null)))
        .hasMessageContaining("a word of column f is null");
    assertThatThrownBy(() -> Table.of("t").words("f", null))
        .hasMessageContaining("words of f is null");
  }
}
