package initlab.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.base.Numbers;
import initlab.init.Activation;
import initlab.init.Init;
import initlab.math.Interval;
import initlab.nn.layer.Mlp;
import initlab.study.probe.Measure;
import initlab.view.Shapes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several studies in one picture, and one study's nets as a histogram. */
class StudiesPagesTest {
  private static Study study(Activation f, int depth) {
    return Study.of(Mlp.deep(f, 5, depth).onPlainJava()).seeds(4).batch(3);
  }

  private static final Studies ACTIVATIONS =
      Studies.over(
          List.of(Activation.TANH, Activation.RELU),
          f -> study(f, 3).compare(Init.xavierNormal(), Init.heNormal()));

  private static final Studies SCALES =
      Studies.over(
          List.of(1.0, 0.01, 0.1), std -> study(Activation.TANH, 3).compare(Init.normal(std)));

  @Test
  void everyPlanHasARowWithADotForEachStart() {
    String text = ACTIVATIONS.plot().text();
    assertThat(text).startsWith("Second moments after the whole net\nforward: second moment");
    Interval a = ACTIVATIONS.of(Activation.RELU).interval("He");
    String he = Numbers.brief(a.median(), 2);
    assertThat(text.substring(text.indexOf("ReLU"))).contains("He: " + he + " (");
    assertThat(Shapes.of(ACTIVATIONS.plot()).words()).contains("tanh", "ReLU", "Xavier", "He");
  }

  @Test
  void aCurveGoesOverTheNumbersInTheirOrderUnderTheSharedName() {
    Interval last = SCALES.of(1.0).interval("normal, std 1", Measure.GRADIENT);
    assertThat(SCALES.curve("std").text())
        .contains("normal, std 1: median " + Numbers.brief(last.median(), 2))
        .contains("theory mean", "size kept 1");
    assertThat(Shapes.of(SCALES.curve("std")).words()).contains("0.01", "0.1", "1", "normal");
    assertThatThrownBy(() -> ACTIVATIONS.curve("f")).hasMessageContaining("a number");
  }

  @Test
  void whatNamesShareEndsAtTheirLastComma() {
    assertThat(StudyNames.common(List.of("He", "He"), 0)).isEqualTo("He");
    assertThat(StudyNames.common(List.of("normal, std 0.1", "normal, std 1"), 0))
        .isEqualTo("normal");
    assertThat(StudyNames.common(List.of("a", "b"), 1)).isEqualTo("start 2");
  }

  /** The median that is marked is the study's own; the law is drawn for one input alone. */
  @Test
  void aHistogramMarksTheMedianOfItsNets() {
    Study one = study(Activation.RELU, 2).batch(1).compare(Init.heNormal(), Init.orthogonal());
    Results found = one.measure();
    String median = Numbers.brief(found.median("He"), 2);
    assertThat(found.histogram("He").text())
        .contains("last layer in 4 nets", "median " + median + ", mean", "theory: median");
    assertThat(found.histogram("orthogonal").text()).doesNotContain("theory");
    assertThat(one.batch(2).measure().histogram("He").text()).doesNotContain("theory");
    assertThat(found.histogram().text()).contains("He: 4 nets", "orthogonal: 4 nets");
    assertThatThrownBy(() -> found.histogram("x")).hasMessageContaining("name of a start");
  }
}
