package initlab.study;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.math.Interval;
import initlab.view.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalColumnsTest {
  private static final List<Interval> TWO =
      List.of(new Interval(1.23456, 2.34567, 3.45678), new Interval(4, 5, 6));

  @Test
  void medianAndQuantilesHaveAColumnEach() {
    var data = IntervalColumns.add(Table.of(""), 2, "the median", "brief", TWO).data();
    assertThat(data.columnNames()).containsExactly("the median", "brief 5 %", "brief 95 %");
    assertThat(data.doubleColumn("the median").asList()).containsExactly(2.34567, 5.0);
    assertThat(data.doubleColumn("brief 5 %").asList()).containsExactly(1.23456, 4.0);
    assertThat(data.doubleColumn("brief 95 %").asList()).containsExactly(3.45678, 6.0);
  }

  @Test
  void digitsAndNamesAreThoseAskedFor() {
    assertThat(IntervalColumns.add(Table.of(""), 2, "m", "", TWO).text())
        .contains("5 %", "95 %", "2.3", "1.2", "3.5")
        .doesNotContain("2.35", "1.23", "3.46");
    assertThat(IntervalColumns.add(Table.of(""), "m", TWO).text())
        .contains("m 5 %", "m 95 %", "2.35", "1.23", "3.46");
  }

  @Test
  void inOneCellTheMedianStandsBeforeItsQuantiles() {
    assertThat(IntervalColumns.words(new Interval(0.533, 0.641, 0.704)))
        .isEqualTo("0.64 (0.53 to 0.70)");
    assertThat(IntervalColumns.words(new Interval(1, 1, 1))).isEqualTo("1");
    assertThat(IntervalColumns.words(new Interval(0, 0, 3))).isEqualTo("0 (0 to 3)");
    assertThat(IntervalColumns.words(new Interval(2, 2, Double.POSITIVE_INFINITY)))
        .isEqualTo("2 (2 to \u221E)");
  }
}
