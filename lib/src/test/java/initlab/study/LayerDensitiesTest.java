package initlab.study;

import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.base.Numbers;
import initlab.init.Init;
import initlab.nn.layer.Mlp;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class LayerDensitiesTest {
  private static final Study RELUS =
      Study.of(Mlp.deep(RELU, 64, 5)).batch(32).compare(Init.zeros(), Init.heNormal());

  @Test
  void reluLeavesHalfExactlyZeroAndZerosLeaveAll() {
    String text = RELUS.activations(1, 5).text();
    assertThat(text)
        .contains("ReLU net, 5 layers, 64 -> 64: one net, seed 1")
        .containsPattern("zeros\n  layer 1: 2048 values.*all exactly 0\n  layer 5: .*all exactly 0")
        .containsPattern("He\n  layer 1: 2048 values.*(49|50|51) % exactly 0");
  }

  @Test
  void preActivationsAreWhatStandsBeforeTheActivation() {
    String text = RELUS.preActivations(1).text();
    assertThat(text).contains("density of the pre-activations");
    assertThat(text.substring(text.indexOf("He"))).doesNotContain("exactly 0").contains("rms 1.4");
  }

  @Test
  void largeWeightsSaturateTanhAndSmallOnesDoNot() {
    Study tanh = Study.of(Mlp.deep(TANH, 64, 3)).batch(32);
    String large = tanh.compare(Init.normal(2)).activations(3).text();
    String small = tanh.compare(Init.normal(0.01)).activations(3).text();
    assertThat(large).contains("5-50-95 % at -1, ").contains(", 1; rms 0.9");
    assertThat(small).doesNotContain("at -1, ");
  }

  /** The root mean square that each row says is that of plain loops over the first seed's net. */
  @Test
  void everyRowHoldsTheNumbersOfItsLayer() {
    holds(Seen.STUDY.activations(2, 1).text(), "layer 2", n -> n.a[2]);
    holds(Seen.STUDY.activations(2, 1).text(), "layer 1", n -> n.a[1]);
    holds(Seen.STUDY.preActivations(3).text(), "layer 3", n -> n.z[3]);
    holds(Seen.STUDY.gradients(1).text(), "layer 1", n -> n.da[1]);
    holds(Seen.STUDY.gradients(3).text(), "layer 3", n -> n.da[3]);
    assertThat(Seen.STUDY.activations(1).text())
        .startsWith("tanh net, 3 layers, 5 -> 3: one net, seed 4\ndensity of the activations\n");
    assertThat(Seen.STUDY.preActivations(1).text()).contains("density of the pre-activations");
    assertThat(Seen.STUDY.gradients(1).text()).contains("density of the gradients dL/da");
    String both = Seen.STUDY.bothWays(2).text();
    for (int start = 0; start < 3; start++) {
      String name = Seen.RULES.get(start).name();
      int forward = both.indexOf(name + ": density of activations");
      int backward = both.indexOf(name + ": density of gradients dL/da");
      assertThat(forward).isPositive().isLessThan(backward);
      Loops loops = Seen.loops(start, 0);
      row(both.substring(forward), "layer 2", loops.a[2]);
      row(both.substring(backward), "layer 2", loops.da[2]);
    }
  }

  private static void holds(String text, String layer, Function<Loops, double[][]> numbers) {
    for (int start = 0; start < 3; start++) {
      String part = text.substring(text.indexOf("\n" + Seen.RULES.get(start).name() + "\n"));
      row(part, layer, numbers.apply(Seen.loops(start, 0)));
    }
  }

  private static void row(String part, String layer, double[][] due) {
    String line = part.lines().filter(l -> l.startsWith("  " + layer)).findFirst().orElseThrow();
    String rms = Numbers.brief(Math.sqrt(Loops.second(due)), 2);
    assertThat(line)
        .startsWith("  " + layer + ": " + due.length * due[0].length + " values")
        .contains("rms " + rms);
  }

  @Test
  void badInputIsNamedWithItsCure() {
    assertThatThrownBy(() -> RELUS.activations(0)).hasMessageContaining("a layer is 0");
    assertThatThrownBy(() -> RELUS.activations(6)).hasMessageContaining("a layer");
    assertThatThrownBy(() -> RELUS.activations()).hasMessageContaining("number of layers");
    assertThatThrownBy(() -> Study.of(Mlp.deep(RELU, 8, 2)).activations(1))
        .hasMessageContaining("number of starts");
  }
}
