package initlab.view.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.view.Shapes;
import initlab.view.draw.Palette;
import initlab.view.draw.Sizes;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the rows of densities share the picture. */
class DensityPlacesTest {
  private static final double[] VALUES = {-1, -0.5, 0.5, 1, 1};

  private static List<Shapes.Shape> rows(Shapes drawn, String name) {
    return drawn.areas(
        Objects.requireNonNull(Palette.styles(List.of("He", "Xavier")).get(name)).veil());
  }

  private static Densities two(String longest) {
    return Densities.of("t", "z")
        .panel("He")
        .row("a", VALUES)
        .row(longest, VALUES)
        .row("c", VALUES)
        .row("d", VALUES)
        .panel("Xavier")
        .row("a", VALUES)
        .row("other", VALUES);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void namesPanelsAndRowsFillThePicture(boolean lecture) {
    Densities picture = lecture ? two("layer 100").lecture() : two("layer 100");
    Sizes look = lecture ? Sizes.lecture() : Sizes.page(2);
    Shapes drawn = Shapes.of(picture);
    double pad = look.padding();
    double air = 0.5 * look.gap() + pad;
    assertThat(drawn.text("layer 100").x()).isBetween(air - 0.01, air + 1.01);
    List<Shapes.Shape> left = rows(drawn, "He");
    List<Shapes.Shape> right = rows(drawn, "Xavier");
    assertThat(right.get(0).box().getMaxX()).isEqualTo(look.width() - pad);
    double between = right.get(0).box().getX() - left.get(0).box().getMaxX();
    assertThat(between).isBetween(2 * pad - 0.01, 2 * pad + 2.01);
    assertThat(right.get(0).box().getWidth()).isCloseTo(left.get(0).box().getWidth(), within(1.01));
    double top = (1.55 + 0.8) * look.row() + pad;
    double bottom = left.get(3).box().getMaxY();
    double each = left.get(1).box().getMaxY() - left.get(0).box().getMaxY();
    assertThat(bottom - 4 * each).isBetween(top - 0.01, top + 1.01);
    double foot = 2.7 * look.row() + pad / 2;
    assertThat(look.height() - bottom).isBetween(foot - 0.01, foot + 1.01);
    for (Shapes.Shape row : left) {
      assertThat(row.box().getHeight()).isCloseTo(each - 1.05 * look.row(), within(0.01));
    }
    assertThat(right.get(1).box().getMaxY()).isCloseTo(bottom, within(0.01));
    assertThat(right.get(1).box().getMaxY() - right.get(0).box().getMaxY())
        .isCloseTo(2 * each, within(0.01));
  }

  @Test
  void wordsOfARowStandAboveItsTallestBar() {
    Shapes drawn = Shapes.of(two("b"));
    Sizes look = Sizes.page(2);
    Rectangle2D last = rows(drawn, "Xavier").get(1).box();
    double rowTop = last.getY() - 1.05 * look.row();
    List<Shapes.Text> says =
        drawn.texts().stream().filter(t -> t.words().startsWith("rms")).toList();
    assertThat(says).hasSize(6);
    Shapes.Text said = says.get(5);
    assertThat(said.y() - rowTop).isCloseTo(0.525 * look.row(), within(0.01));
    double end = said.x() + Sizes.widthOf(said.words(), look.smallFont());
    assertThat(end).isCloseTo(last.getMaxX(), within(0.01));
    Shapes.Text other = drawn.text("other");
    assertThat(other.y() - rowTop).isCloseTo(0.5 * look.row(), within(0.01));
    assertThat(other.x()).isCloseTo(last.getX(), within(0.01));
    assertThat(drawn.words().stream().filter("a"::equals)).hasSize(1);
    assertThat(drawn.text("He").y()).isCloseTo((1.55 + 0.8) * look.row(), within(0.01));
  }

  @Test
  void aLongNameTakesAQuarterOfTheWidthAtMost() {
    Shapes drawn = Shapes.of(two("a name of many words ".repeat(20)));
    Shapes.Text name =
        drawn.texts().stream()
            .filter(t -> t.words().startsWith("a name"))
            .findFirst()
            .orElseThrow();
    assertThat(name.words()).endsWith("\u2026");
    assertThat(Sizes.widthOf(name.words(), Sizes.page(2).font())).isBetween(170.0, 200.0);
    assertThat(rows(drawn, "He").get(0).box().getX()).isBetween(200.0, 225.0);
    String other = "another name of many words ".repeat(20);
    Shapes second = Shapes.of(two("b").row(other, VALUES));
    Shapes.Text cut =
        second.texts().stream()
            .filter(t -> t.words().startsWith("another"))
            .findFirst()
            .orElseThrow();
    double half = rows(second, "Xavier").get(0).box().getWidth() / 2;
    assertThat(Sizes.widthOf(cut.words(), Sizes.page(2).smallFont())).isBetween(half - 30, half);
  }
}
