package initlab.view.density;

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

class HistogramTest {
  private static final Histogram HE =
      Histogram.of("He", "second moment").sample("He", 0.01, 0.1, 0.1, 1, 100, 0);
  private static final Style STYLE =
      Objects.requireNonNull(Palette.styles(List.of("He")).get("He"));
  private static final Sizes LOOK = Sizes.page(1);

  private static double tick(Shapes drawn, String words) {
    return drawn.text(words).x() + Sizes.widthOf(words, LOOK.font()) / 2;
  }

  @Test
  void medianAndMeanStandAtTheirPlacesInDecades() {
    Shapes drawn = Shapes.of(HE);
    double one = tick(drawn, "1");
    double decade = tick(drawn, "10") - one;
    double mean = (0.01 + 0.1 + 0.1 + 1 + 100) / 6;
    List<Shapes.Shape> marks = drawn.lines(STYLE.ink(), LOOK.thick() * 0.7f);
    assertThat(marks).hasSize(2);
    assertThat(marks.get(0).box().getX()).isCloseTo(one - decade, within(0.5));
    assertThat(marks.get(1).box().getX()).isCloseTo(one + decade * Math.log10(mean), within(0.5));
    assertThat(drawn.words()).contains("He, median 0.1", "He, mean 17", "share of nets");
  }

  /** Two of six nets lie in the tallest bar; the zero has none. */
  @Test
  void aBarIsAsHighAsItsShareOfAllNets() {
    Shapes drawn = Shapes.of(HE);
    double zero = drawn.text("0").y();
    double twentieth = zero - drawn.text("0.05").y();
    var bars = drawn.lines(STYLE.color(), LOOK.thin() * 1.6f).get(0).box();
    assertThat(bars.getHeight() / twentieth * 0.05).isCloseTo(2.0 / 6, within(0.01));
    assertThat(HE.text())
        .contains("6 nets, median 0.1, mean 17", "1 zero or not finite, not drawn");
  }

  @Test
  void theLawLiesPaleBeneathAndIsSaid() {
    Histogram both = HE.law("He", 0.01, 0.1, 0.1, 1, 100);
    assertThat(Shapes.of(both).lines(Sizes.THEORY_UNDER)).hasSize(1);
    assertThat(Shapes.of(HE).lines(Sizes.THEORY_UNDER)).isEmpty();
    assertThat(both.text()).contains("theory: median 0.1");
    assertThat(Shapes.of(both).words()).contains("grey beneath: theory");
    assertThat(both.lecture().picture().width()).isEqualTo(1280);
  }

  @Test
  void mistakesAreNamed() {
    assertThatThrownBy(() -> HE.sample("He", 1)).hasMessageContaining("is there already");
    assertThatThrownBy(() -> HE.law("Xavier", 1)).hasMessageContaining("add it first");
    assertThatThrownBy(() -> HE.sample("x", -1)).hasMessageContaining("at least 0");
    assertThatThrownBy(() -> HE.sample("x")).hasMessageContaining("has no values");
  }
}
