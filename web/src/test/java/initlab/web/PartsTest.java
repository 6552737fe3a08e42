package initlab.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.math.Band;
import initlab.study.experiment.AlongCircle;
import initlab.study.experiment.FormatDepth;
import initlab.study.experiment.Pairs;
import initlab.theory.FixedPoint;
import initlab.theory.MeanField;
import initlab.theory.NumberFormat;
import initlab.theory.StepZero;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartsTest {
  private final Parts parts = new Parts();

  /** A table of moments draws the plane; the theory itself says the same of each place. */
  @ParameterizedTest
  @ValueSource(strings = {"tanh", "ReLU", "GELU", "SELU", "sin(3*x)", "x*sigmoid(1.7*x)"})
  void thePlaneIsThatOfTheTheory(String f) {
    Plane plane = Parts.plane(f);
    int columns = plane.weights().length;
    for (int i = 0; i < plane.decades().length; i += 37) {
      double w = plane.weights()[i % columns];
      double b = plane.biases()[i / columns];
      Place place = Parts.place(f, w, b, false);
      assertThat(plane.decades()[i])
          .as(f + " at " + w + ", " + b)
          .isCloseTo(Math.log10(place.chi()), within(0.01));
    }
  }

  @Test
  void aPlaneWithoutANumberIsAPlane() {
    assertThat(Parts.plane("exp(x)").decades()).doesNotContain(Double.NaN);
    assertThat(Parts.plane("exp(x)").decades()[35]).isInfinite();
    assertThat(Parts.plane("cos(x)").decades()).doesNotContain(Double.NaN);
  }

  @Test
  void theEdgeIsTheLibrarys() {
    double[] edge = Parts.edge("tanh");
    double[] biases = Parts.plane("tanh").biases();
    assertThat(edge).hasSameSizeAs(biases);
    assertThat(edge[0]).isCloseTo(1, within(1e-9));
    MeanField critical = MeanField.of(Activation.TANH).bias(biases[5] * biases[5]).critical();
    assertThat(edge[5]).isEqualTo(Math.sqrt(critical.weightVariance()));
    double[] relu = Parts.edge("ReLU");
    assertThat(relu[0]).isCloseTo(Math.sqrt(2), within(1e-6));
    assertThat(relu[1]).isNaN();
  }

  @ParameterizedTest
  @CsvSource({
    "tanh, 1.2, 0.3, ordered",
    "tanh, 2, 0.3, chaotic",
    "tanh, 1, 0, edge",
    "ReLU, 1, 0, ordered",
    "ReLU, 3, 0.1, chaotic"
  })
  void aPlaceIsTheFixedPoint(String f, double w, double b, String phase) {
    Place soon = Parts.place(f, w, b, false);
    Place whole = Parts.place(f, w, b, true);
    FixedPoint point = MeanField.of(Typed.activation(f)).gain(w).bias(b * b).fixedPoint();
    assertThat(whole)
        .isEqualTo(new Place(point.q(), point.chi(), phase, point.c(), point.correlationDepth()));
    assertThat(soon.q()).isEqualTo(whole.q());
    assertThat(soon.phase()).isEqualTo(phase);
    assertThat(soon.chi()).isEqualTo(whole.chi());
    if (!phase.equals("chaotic")) {
      assertThat(soon).isEqualTo(whole);
    }
  }

  /** The nets, inputs and theory are those of notebook 08. */
  @Test
  void anglesAreThoseOfPairs() {
    MeanField field = MeanField.of(Activation.TANH).gain(2).bias(0.3 * 0.3);
    Pairs pairs = Pairs.of(16, 6).and("here", field);
    parts.angles("tanh", 2, 0.3, 16, 6, 11);
    Band band = parts.angles("tanh", 2, 0.3, 16, 6, 30);
    for (int layer = 0; layer <= 6; layer++) {
      assertThat(band.at(layer)).isEqualTo(pairs.cosine("here", layer));
    }
    assertThat(parts.angles("tanh", 1, 0.3, 16, 6, 30).at(6)).isNotEqualTo(band.at(6));
  }

  @Test
  void theoryOfAnglesGoesOnWhereItStopped() {
    MeanField field = MeanField.of(Activation.TANH).gain(2).bias(0.3 * 0.3);
    double[] few = parts.angleTheory("tanh", 2, 0.3, 3);
    double[] more = parts.angleTheory("tanh", 2, 0.3, 5);
    assertThat(few).hasSize(4);
    assertThat(Arrays.copyOf(more, 4)).containsExactly(few);
    assertThat(more).containsExactly(new Parts().angleTheory("tanh", 2, 0.3, 5));
    assertThat(more[1]).isCloseTo((4 * 0.5 + 0.09) / 4.09, within(1e-12));
    assertThat(more[2]).isEqualTo(field.correlation(4 + 0.3 * 0.3, more[1]));
    double[] all = parts.angleTheory("tanh", 1.2, 0.3, 500);
    assertThat(all.length).isBetween(20, 100);
    assertThat(all[all.length - 1]).isGreaterThan(0.999);
    assertThat(all).startsWith(new Parts().angleTheory("tanh", 1.2, 0.3, 3));
  }

  @Test
  void aGainWalks() {
    GainWalk walk = Parts.gainWalk("max(0, x)^2", Math.sqrt(2 / 3.0), 4);
    assertThat(walk.power()).isCloseTo(2, within(1e-6));
    assertThat(walk.walks()).hasSize(15);
    assertThat(walk.walks()[4]).isCloseTo(1, within(1e-6));
    assertThat(walk.walks()[9]).isCloseTo(Math.pow(2, 16), within(1e-3));
    assertThat(walk.walks()[14]).isCloseTo(Math.pow(2, -16), within(1e-9));
    assertThat(walk.x()).hasSameSizeAs(walk.slope()).startsWith(-4).endsWith(4);
    assertThat(walk.y()[120]).isEqualTo(16);
    assertThat(walk.slope()[120]).isCloseTo(8, within(1e-6));
    assertThat(walk.density()[60]).isCloseTo(0.39894, within(1e-5));
    assertThat(Parts.gainWalk("x^2", 3, 50).walks()[50]).isInfinite();
    assertThatThrownBy(() -> Parts.gainWalk("x", 0, 4)).hasMessageContaining("0");
  }

  @Test
  void lossesAreStepZeros() {
    LossLine line = Parts.lossLine(1000);
    StepZero law = StepZero.of(1000, 5);
    assertThat(line.stds()[5]).isEqualTo(5);
    assertThat(line.exact()[5]).isEqualTo(law.loss());
    assertThat(line.near()[5]).isEqualTo(law.near());
    assertThat(line.far()[5]).isEqualTo(law.far());
    LossLine.Here here = Parts.lossHere(1000, 5);
    assertThat(here).isEqualTo(new LossLine.Here(law.chance(), 50, law.over(50), law.turn()));
  }

  /** Of 200 batches 5 % lie above and 5 % below: 20 in all, by chance 7 to 34 but for 1 in 1000. */
  @Test
  void drawnLossesFollowTheirLaw() {
    double[] losses = parts.losses(100, 3, 200);
    assertThat(losses).startsWith(parts.losses(100, 3, 7)).hasSize(200);
    var law = Parts.lossHere(100, 3).batch();
    assertThat(Arrays.stream(losses).filter(loss -> !law.contains(loss)).count())
        .isBetween(7L, 34L);
    assertThat(parts.losses(100, 0, 1)[0]).isCloseTo(Math.log(100), within(1e-12));
  }

  @Test
  void formatsAreTheNotebooks() {
    double gain = 4;
    var rule = Init.lecunNormal().gain(gain);
    Formats formats = Parts.formats("ReLU", gain, 16, 100);
    Band band = parts.formatDepths("ReLU", gain, 16, 100, 3);
    assertThat(formats.sizes()).hasSize(101).startsWith(1);
    for (NumberFormat format : NumberFormat.values()) {
      int i = format.ordinal();
      int leaves = FormatDepth.predicted(format, Activation.RELU, 16, 100, rule);
      assertThat(formats.leaves()[i]).isEqualTo(leaves);
      assertThat(formats.largest()[i]).isEqualTo(format.max());
      assertThat(formats.smallest()[i]).isEqualTo(format.smallest());
      double[] seen = new double[3];
      Arrays.setAll(seen, s -> FormatDepth.of(format, Activation.RELU, 16, 100, rule, s + 1));
      assertThat(band.median()[i]).isEqualTo(Arrays.stream(seen).sorted().toArray()[1]);
    }
    assertThat(formats.leaves()[0]).isLessThan(13);
    assertThat(formats.leaves()[3]).isEqualTo(101);
    assertThat(Parts.formats("x^2", 2, 16, 100).leaves()[3]).isNaN();
    assertThat(Parts.formats("1/x", 2, 16, 100).leaves()).containsOnly(Double.NaN);
  }

  /** A net of notebook 08 has its crossings here too; a point in three is seen. */
  @Test
  void functionsAreThoseOfTheCircle() {
    AlongCircle circle = AlongCircle.of(Activation.TANH, 16, 3).bias(0.2 * 0.2);
    Parts.Functions functions = parts.functions("tanh", 2, 0.2, 16, 3, 4, 30);
    assertThat(functions.outputs()).hasSize(4).allMatch(output -> output.length == 480);
    assertThat(functions.crossings()).isEqualTo(circle.crossings(2));
    assertThat(functions.expected()).isEqualTo(circle.expectedCrossings(2));
    assertThat(parts.functions("sqrt(abs(x))", 1, 0, 8, 3, 1, 2).expected()).isNaN();
    List<double[]> first = parts.functions("tanh", 2, 0.2, 16, 3, 4, 2).outputs();
    assertThat(first).hasSize(2);
    assertThat(first.get(1)).containsExactly(functions.outputs().get(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"foo(x) | no function foo", "1/0 | infinite", "3 | constant", "'' | missing"})
  void refusesAnActivationInASentence(String f, String words) {
    refused(() -> Parts.plane(f), words);
    refused(() -> Parts.edge(f), words);
    refused(() -> Parts.place(f, 1, 0, false), words);
    refused(() -> parts.angles(f, 1, 0, 8, 4, 1), words);
    refused(() -> parts.angleTheory(f, 1, 0, 4), words);
    refused(() -> Parts.gainWalk(f, 1, 4), words);
    refused(() -> Parts.formats(f, 1, 8, 4), words);
    refused(() -> parts.formatDepths(f, 1, 8, 4, 1), words);
    refused(() -> parts.functions(f, 1, 0, 8, 4, 1, 1), words);
  }

  @Test
  void refusesNumbersThatMakeNoNet() {
    refused(() -> parts.angles("tanh", 0, 0, 8, 4, 1), "gain is 0");
    refused(() -> parts.angles("tanh", 1, 0, 8, 4, 0), "the number of seeds is 0");
    refused(() -> parts.functions("tanh", Double.NaN, 0, 8, 4, 1, 1), "NaN");
    refused(() -> Parts.lossLine(1), "the vocabulary is 1");
    refused(() -> parts.losses(10, -1, 1), "-1");
    refused(() -> Parts.formats("ReLU", 0, 8, 4), "0");
  }

  private static void refused(Runnable asked, String words) {
    assertThatThrownBy(asked::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words)
        .hasMessageMatching("(?s).*[.?!]");
  }
}
