package initlab.view.dots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.view.Shapes;
import initlab.view.draw.Palette;
import initlab.view.draw.Sizes;
import initlab.view.draw.Style;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Dots and whiskers stand where the ticks say; what has no place stands at the edge. */
class DotsTest {
  private static final Dots DOTS =
      Dots.of("moments", "forward: a", "backward: g")
          .dot("tanh", "He", new Dot(0.01, 0.1, 1), new Dot(1, 1, 1))
          .dot("tanh", "zeros", new Dot(0, 0, 0), new Dot(0, 0, 0))
          .dot("ReLU", "He", new Dot(1, 10, 100), new Dot(1e20, 1e21, Double.POSITIVE_INFINITY));

  private static Style style(String name) {
    return Objects.requireNonNull(Palette.styles(List.of("He", "zeros")).get(name));
  }

  /** The left panel's ticks say where a decade is. */
  private static double x(Shapes drawn, Sizes look, double exponent) {
    double one = middle(drawn, look, "1");
    double ten = middle(drawn, look, "10");
    return one + exponent * (ten - one);
  }

  private static double middle(Shapes drawn, Sizes look, String words) {
    Shapes.Text tick =
        drawn.texts().stream().filter(t -> t.words().equals(words)).findFirst().orElseThrow();
    return tick.x() + Sizes.widthOf(words, look.font()) / 2;
  }

  @Test
  void aWhiskerReachesFromFiveToNinetyFivePerCent() {
    Shapes drawn = Shapes.of(DOTS);
    Sizes look = Sizes.page(800, 220);
    List<Shapes.Shape> whiskers = drawn.lines(style("He").color(), look.thin() * 2);
    assertThat(whiskers).hasSize(4);
    assertThat(whiskers.get(0).box().getMinX()).isCloseTo(x(drawn, look, -2), within(0.5));
    assertThat(whiskers.get(0).box().getMaxX()).isCloseTo(x(drawn, look, 0), within(0.5));
    assertThat(whiskers.get(1).box().getMaxX()).isCloseTo(x(drawn, look, 2), within(0.5));
    // rows go down in the order in which they were named
    assertThat(whiskers.get(0).box().getY()).isLessThan(whiskers.get(1).box().getY());
    assertThat(drawn.text("tanh").y()).isLessThan(drawn.text("ReLU").y());
    double line = drawn.lines(Sizes.LEVEL).get(0).box().getX();
    assertThat(line).isCloseTo(x(drawn, look, 0), within(0.5));
  }

  @Test
  void zeroAndOverflowPointOutOfTheirPanel() {
    Shapes drawn = Shapes.of(DOTS);
    float width = Sizes.page(800, 220).thick() * 0.7f;
    List<Shapes.Shape> zeros = drawn.lines(style("zeros").ink(), width);
    assertThat(zeros).hasSize(4); // two strokes in each panel
    List<Shapes.Shape> beyond = drawn.lines(style("He").ink(), width);
    assertThat(beyond).hasSize(2);
    assertThat(beyond.get(0).box().getMaxX()).isGreaterThan(zeros.get(2).box().getMaxX() + 250);
  }

  @Test
  void theWordsHoldEveryNumber() {
    assertThat(DOTS.text())
        .isEqualTo(
            """
            moments
            forward: a | backward: g
            tanh
              He: 0.1 (0.01 to 1) | 1
              zeros: 0 | 0
            ReLU
              He: 10 (1 to 100) | 1e21 (1e20 to overflow)""");
  }

  @Test
  void fourteenRowsFitAPageAndALectureIsLarger() {
    Dots many = Dots.of("t", "forward");
    for (int row = 0; row < 14; row++) {
      many = many.dot("row " + row, "He", new Dot(1, 2, 3));
    }
    assertThat(many.picture().height()).isEqualTo(400);
    assertThat(DOTS.picture().height()).isEqualTo(220);
    assertThat(many.lecture().picture().width()).isEqualTo(1280);
    Shapes drawn = Shapes.of(many);
    double apart = drawn.text("row 1").y() - drawn.text("row 0").y();
    assertThat(apart).isGreaterThan(Sizes.page(1).row());
  }

  @Test
  void mistakesAreNamed() {
    assertThatThrownBy(() -> DOTS.dot("tanh", "He", new Dot(1, 1, 1), new Dot(1, 1, 1)))
        .hasMessageContaining("has a dot named He already");
    assertThatThrownBy(() -> DOTS.dot("tanh", "Xavier", new Dot(1, 1, 1)))
        .hasMessageContaining("has 1 dots for 2 panels");
    assertThatThrownBy(() -> new Dot(2, 1, 3)).hasMessageContaining("in this order");
    assertThatThrownBy(() -> Dots.of("t", "a").picture()).hasMessageContaining("number of dots");
  }
}
