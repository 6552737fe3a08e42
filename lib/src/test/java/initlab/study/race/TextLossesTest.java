package initlab.study.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Init;
import initlab.nn.Plan;
import initlab.nn.Signal;
import initlab.nn.layer.Embedding;
import initlab.nn.layer.Unembedding;
import initlab.train.Training;
import initlab.train.data.Text;
import initlab.view.figure.Curve;
import org.junit.jupiter.api.Test;

/** Races on a made-up language, beside what is known of the language. */
class TextLossesTest {

  @Test
  void theFigureOfTextsHasTheEntropyAndTwoOtherLines() {
    Text text = Text.madeUp(5);
    Plan plan = Plan.of(Signal.tokens(3, 1), Embedding.of(5, 2), Unembedding.of(5));
    var race =
        Race.of(seed -> Training.of(plan, text.draw(9, 3, seed)).holdOut(3).steps(2).every(1))
            .seeds(2)
            .compare(Init.normal(1))
            .run();
    var figure = TextLosses.of(text).and(race, "normal, std 1").plot();
    assertThat(figure.text()).contains("ln V", "words alone", "entropy", "normal, std 1");
    assertThatThrownBy(TextLosses.of(text)::plot).hasMessageContaining("number of curves is 0");
    assertThatThrownBy(() -> TextLosses.of(text).and(race)).hasMessageContaining("starts is 0");
  }

  @Test
  void aCurveJustAboveALineLeavesRoomForItsName() {
    assertThat(TextLosses.endsJustAbove(0.48, endingAt(0.51))).isTrue();
    assertThat(TextLosses.endsJustAbove(0.48, endingAt(0.45))).isFalse();
    assertThat(TextLosses.endsJustAbove(0.48, endingAt(0.9))).isFalse();
  }

  private static Curve endingAt(double loss) {
    return Curve.line("a start", new double[] {0, 1}, new double[] {1, loss});
  }
}
