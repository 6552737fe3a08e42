package initlab.study.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/** What is shown of findings, column by column. */
class FindingsTest {
  private static final Finding SMALL =
      new Finding(Diagnosis.VANISHING, 3, "E a^2", 0.00125, 0.01, 100, "why", "do this", 1.5);
  private static final Finding HELPLESS =
      new Finding(Diagnosis.DEAD, 5, "share", 0.75, 0, 0.1, "because", "none", Double.NaN);
  private static final Findings BOTH = new Findings("a net", List.of(SMALL, HELPLESS));

  @Test
  void everyColumnSaysItsPart() {
    Table shown = BOTH.table().data();
    assertThat(shown.name()).isEqualTo("a net");
    assertThat(shown.columnNames())
        .containsExactly(
            "layer", "finding", "number", "is", "healthy", "likely cause", "repair", "after it");
    assertThat(shown.longColumn("layer").asObjectArray()).containsExactly(3L, 5L);
    assertThat(shown.stringColumn("finding").asList())
        .containsExactly("the signal vanishes", "neurons are dead");
    assertThat(shown.stringColumn("number").asList()).containsExactly("E a^2", "share");
    assertThat(shown.doubleColumn("is").asDoubleArray()).containsExactly(0.00125, 0.75);
    assertThat(shown.stringColumn("healthy").asList())
        .containsExactly("0.0100 to 100", "0 to 0.100");
    assertThat(shown.stringColumn("likely cause").asList()).containsExactly("why", "because");
    assertThat(shown.stringColumn("repair").asList()).containsExactly("do this", "none");
    assertThat(shown.doubleColumn("after it").get(0)).isEqualTo(1.5);
    assertThat(shown.doubleColumn("after it").isMissing(1)).isTrue();
  }

  @Test
  void oneFindingIsATableOfOneRow() {
    assertThat(SMALL.table().height()).isOne();
    assertThat(SMALL.display()).isEqualTo(SMALL.table().display()).containsKey("text/html");
    assertThat(SMALL.table().data().stringColumn("repair").get(0)).isEqualTo("do this");
  }

  @Test
  void aFindingIsOneSentence() {
    assertThat(SMALL)
        .hasToString(
            "layer 3: the signal vanishes: E a^2 is 0.00125, healthy 0.0100 to 100; cause: why;"
                + " repair: do this; then 1.50");
    assertThat(HELPLESS)
        .hasToString(
            "layer 5: neurons are dead: share is 0.750, healthy 0 to 0.100; cause: because;"
                + " repair: none");
  }

  @Test
  void repairedMeansInsideTheRange() {
    assertThat(SMALL.repaired()).isTrue();
    assertThat(HELPLESS.repaired()).isFalse();
    assertThat(after(0.01).repaired()).isTrue();
    assertThat(after(0.0099).repaired()).isFalse();
    assertThat(after(100).repaired()).isTrue();
    assertThat(after(100.1).repaired()).isFalse();
  }

  private static Finding after(double after) {
    return new Finding(Diagnosis.VANISHING, 3, "E a^2", 1e-5, 0.01, 100, "why", "this", after);
  }

  @Test
  void findingsAreAskedByTheirFault() {
    assertThat(BOTH.of(Diagnosis.DEAD)).contains(HELPLESS);
    assertThat(BOTH.of(Diagnosis.SYMMETRY)).isEmpty();
    assertThat(BOTH.healthy()).isFalse();
    assertThat(BOTH.toString()).isEqualTo(BOTH.table().text());
    assertThat(BOTH.display()).isEqualTo(BOTH.table().display());
  }

  @Test
  void nothingFoundIsSaid() {
    Findings nothing = new Findings("a net", List.of());
    assertThat(nothing.healthy()).isTrue();
    assertThat(nothing.table().data().name()).isEqualTo("a net: nothing found");
    assertThat(nothing.table().height()).isZero();
  }
}
