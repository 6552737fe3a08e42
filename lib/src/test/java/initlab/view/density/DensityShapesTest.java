package initlab.view.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.view.Shapes;
import initlab.view.draw.Palette;
import initlab.view.draw.Sizes;
import initlab.view.draw.Style;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows, names, bars, spikes and ticks stand together. */
class DensityShapesTest {
  private static double[] around(double middle) {
    double[] out = new double[200];
    Arrays.setAll(out, i -> middle + (i % 10 - 4.5) / 100);
    return out;
  }

  private static double[] withZeros(double middle, int zeros) {
    double[] out = around(middle);
    Arrays.fill(out, 0, zeros, 0);
    return out;
  }

  private static final Densities PICTURE =
      Densities.of("a net", "z")
          .panel("He")
          .row("layer 1", around(-2))
          .row("layer 5", withZeros(1, 50))
          .row("layer 9", around(3))
          .panel("Xavier")
          .row("layer 1", around(2))
          .row("layer 5", around(0.5))
          .row("layer 30", withZeros(-1, 150));

  private static Style style(String name) {
    return Objects.requireNonNull(Palette.styles(List.of("He", "Xavier")).get(name));
  }

  /** How far to the right a value is due in one panel, by its ticks. */
  private static double xOf(Shapes drawn, Sizes look, boolean left, double value) {
    List<Shapes.Text> ticks =
        drawn.texts().stream()
            .filter(t -> t.color().equals(Sizes.TICKS))
            .filter(t -> t.x() < look.width() * 0.53 == left)
            .toList();
    Shapes.Text a = ticks.get(0);
    Shapes.Text b = ticks.get(ticks.size() - 1);
    double from = a.x() + Sizes.widthOf(a.words(), look.font()) / 2;
    double to = b.x() + Sizes.widthOf(b.words(), look.font()) / 2;
    double low = Double.parseDouble(a.words());
    return from + (value - low) / (Double.parseDouble(b.words()) - low) * (to - from);
  }

  private static double[] peaks(boolean left) {
    return left ? new double[] {-2, 1, 3} : new double[] {2, 0.5, -1};
  }

  @ParameterizedTest
  @ValueSource(strings = {"He", "Xavier", "He lecture", "Xavier lecture"})
  void barsStandOverTheirValuesEachRowOnItsOwnBaseline(String which) {
    boolean left = which.startsWith("He");
    boolean lecture = which.endsWith("lecture");
    Shapes drawn = Shapes.of(lecture ? PICTURE.lecture() : PICTURE);
    Sizes look = lecture ? Sizes.lecture() : Sizes.page(2);
    Style style = style(left ? "He" : "Xavier");
    List<Shapes.Shape> rows = drawn.areas(style.veil());
    assertThat(rows).hasSize(3);
    assertThat(drawn.lines(style.color())).hasSize(3);
    for (int k = 0; k < 3; k++) {
      double base = rows.get(k).box().getMaxY();
      double highest = rows.get(k).box().getY();
      double bar =
          rows.get(k).points().stream()
              .filter(p -> p.getY() == highest)
              .mapToDouble(p -> p.getX())
              .average()
              .orElseThrow();
      assertThat(bar).isCloseTo(xOf(drawn, look, left, peaks(left)[k]), within(20.0));
      assertThat(k == 0 || base > rows.get(k - 1).box().getMaxY() + 60).isTrue();
      assertThat(highest).isGreaterThan(k == 0 ? 0 : rows.get(k - 1).box().getMaxY());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyRowsNameStandsAtItsOwnBaseline(boolean lecture) {
    Shapes drawn = Shapes.of(lecture ? PICTURE.lecture() : PICTURE);
    Sizes look = lecture ? Sizes.lecture() : Sizes.page(2);
    List<Shapes.Shape> rows = drawn.areas(style("He").veil());
    String[] names = {"layer 1", "layer 5", "layer 9"};
    for (int k = 0; k < 3; k++) {
      Shapes.Text name = drawn.text(names[k]);
      double base = rows.get(k).box().getMaxY();
      assertThat(name.y()).isCloseTo(base - look.row() / 2, within(0.5));
      assertThat(name.x() + Sizes.widthOf(names[k], look.font()))
          .isCloseTo(rows.get(k).box().getX() - look.gap(), within(0.5));
    }
    Shapes.Text other = drawn.text("layer 30");
    Rectangle2D third = drawn.areas(style("Xavier").veil()).get(2).box();
    assertThat(other.x()).isCloseTo(third.getX(), within(0.5));
    assertThat(other.y()).isBetween(third.getY() - 2 * look.row(), third.getMaxY());
  }

  @Test
  void everyRowSaysItsOwnNumbersAtItsRightEnd() {
    Shapes drawn = Shapes.of(PICTURE);
    String[] says = {"rms 2", "rms 0.87, 25 % exactly 0", "rms 3"};
    List<Shapes.Shape> rows = drawn.areas(style("He").veil());
    for (int k = 0; k < 3; k++) {
      int row = k;
      Rectangle2D box = rows.get(k).box();
      List<Shapes.Text> said =
          drawn.texts().stream().filter(t -> t.words().equals(says[row]) && t.x() < 400).toList();
      assertThat(said).hasSize(1);
      assertThat(said.get(0).y()).isBetween(box.getY() - Sizes.page(2).row(), box.getY());
    }
  }

  @Test
  void aSpikeStandsOverZeroAsHighAsItsShare() {
    Shapes drawn = Shapes.of(PICTURE);
    Sizes look = Sizes.page(2);
    List<Shapes.Shape> spikes = drawn.lines(Sizes.QUIET, look.thick());
    assertThat(spikes).hasSize(2);
    Rectangle2D quarter = spikes.get(0).box();
    Rectangle2D most = spikes.get(1).box();
    assertThat(quarter.getX()).isCloseTo(xOf(drawn, look, true, 0), within(0.01));
    assertThat(most.getX()).isCloseTo(xOf(drawn, look, false, 0), within(0.01));
    double row = drawn.areas(style("He").veil()).get(1).box().getHeight();
    assertThat(quarter.getHeight()).isCloseTo(0.25 * row, within(0.01));
    assertThat(most.getHeight()).isCloseTo(0.75 * row, within(0.01));
    assertThat(quarter.getMaxY())
        .isCloseTo(drawn.areas(style("He").veil()).get(1).box().getMaxY(), within(0.01));
  }

  @Test
  void theHeadNamesTheSpikeOnlyWhereThereIsOne() {
    Densities plain = Densities.of("a net", "z").panel("He").row("layer 1", around(-2));
    double[] few = around(5);
    few[0] = 0;
    Densities beyond = Densities.of("a net", "z").panel("He").row("layer 1", few);
    assertThat(Shapes.of(PICTURE).words())
        .contains("every row as high as its tallest bar · grey spike: share exactly 0");
    assertThat(Shapes.of(plain).words()).contains("every row as high as its tallest bar");
    assertThat(Shapes.of(beyond).words()).contains("every row as high as its tallest bar");
  }

  @Test
  void panelsAreNamedAtTheirLeftInTheirColour() {
    Shapes drawn = Shapes.of(PICTURE);
    for (String name : List.of("He", "Xavier")) {
      Shapes.Text head = drawn.text(name);
      assertThat(head.color()).isEqualTo(style(name).ink());
      Rectangle2D first = drawn.areas(style(name).veil()).get(0).box();
      assertThat(head.x()).isCloseTo(first.getX(), within(0.01));
      assertThat(head.y()).isLessThan(first.getY());
    }
    assertThat(drawn.words().stream().filter("z"::equals)).hasSize(2);
  }

  /** The outline has one step a bin, in the order of the values. */
  @Test
  void theOutlineIsTheHistogram() {
    double[] values = {0.5, 0.5, 0.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 5};
    Densities one = Densities.of("t", "z").panel("He").row("a", values);
    Shapes.Shape row = Shapes.of(one).areas(style("He").veil()).get(0);
    Rectangle2D box = row.box();
    double[] tops =
        row.points().stream()
            .filter(p -> p.getY() < box.getMaxY() - 1)
            .mapToDouble(p -> (box.getMaxY() - p.getY()) / box.getHeight())
            .distinct()
            .toArray();
    assertThat(tops).hasSize(3);
    assertThat(tops[0]).isCloseTo(0.5, within(1e-3));
    assertThat(tops[1]).isCloseTo(1.0 / 6, within(1e-3));
    assertThat(tops[2]).isCloseTo(1, within(1e-3));
  }
}
