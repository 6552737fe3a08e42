package initlab.view.figure;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.view.Fake;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureKeyTest {
  private static final double[] X = {0, 1};
  private static final double[] ONE = {1, 1};
  private static final double[] TWO = {2, 2};
  private static final Curve LINE = Curve.line("He", X, ONE);

  private static String key(Curve... curves) {
    Panel panel = Panel.forward(List.of(curves));
    return FigureKey.of(List.of(panel), List.of(Scale.fit(List.of(panel))));
  }

  @Test
  void onlyWhatIsDrawnIsNamed() {
    assertThat(key(LINE)).isEmpty();
    assertThat(key(Curve.band("He", X, ONE, ONE, TWO)))
        .isEqualTo("colour: median · band: 5–95 % of seeds");
    assertThat(key(LINE.theory(1, 1))).isEqualTo("grey beneath: theory");
    assertThat(key(LINE.theory(1, 1).theoryBand(ONE, TWO)))
        .isEqualTo("grey beneath: theory · dotted: its 5–95 %");
    assertThat(key(LINE, Curve.band("b", X, ONE, ONE, TWO).theory(1, 1)))
        .isEqualTo("colour: median · band: 5–95 % of seeds · grey beneath: theory");
  }

  @Test
  void theoryIsNamedMeanOrMedianWhereACurveSaysIt() {
    Curve mean = LINE.theory(1, 1).theoryIs("mean");
    Curve median = Curve.line("b", X, ONE).theoryIs("median").theory(1, 1);
    assertThat(key(mean)).isEqualTo("grey beneath: theory, mean");
    assertThat(key(mean, median)).isEqualTo("grey beneath: theory, mean or median");
    assertThat(key(Curve.line("c", X, ONE).theoryIs("mean"), LINE.theory(1, 1)))
        .isEqualTo("grey beneath: theory");
    Panel panel = Panel.backward(List.of(mean));
    assertThat(Figure.of("t", panel).text()).contains("He, layer 0: 1; theory mean 1");
  }

  @Test
  void panelsOfTheirOwnRangeAreSaidToHaveIt() {
    Panel a = Panel.forward(List.of(LINE));
    Panel b = Panel.forward(List.of(Fake.geometric("He", 30, 0.1)));
    List<Scale> own = List.of(Scale.fit(List.of(a)), Scale.fit(List.of(b)));
    assertThat(FigureKey.of(List.of(a, b), own)).endsWith(" · each panel its own range");
    assertThat(FigureKey.of(List.of(a, a), List.of(own.get(0), own.get(0)))).isEmpty();
  }
}
