package initlab.study;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.math.Band;
import initlab.nn.Plan;
import initlab.nn.Role;
import initlab.nn.Rules;
import initlab.nn.Signal;
import initlab.nn.Start;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Mlp;
import initlab.nn.layer.Recurrent;
import initlab.nn.layer.Residual;
import initlab.nn.layer.Rnn;
import initlab.nn.lsuv.Lsuv;
import initlab.study.probe.Inputs;
import initlab.study.probe.Measure;
import initlab.theory.Propagation;
import initlab.train.data.Data;
import initlab.view.Table;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which theory stands beside a measurement, of which input, and where there is none. */
class TheoryBesideTest {

  private static double input(Study study) {
    return study.measure().rows().get(0).theory().orElseThrow().activation(0);
  }

  /** The batch is known: no tolerance makes 1 of it, however few numbers it has. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.9, 0.95, 1.05, 2})
  void theInputsSecondMomentIsThatOfTheBatchThatIsGiven(double each) {
    DMatrixRMaj x = new DMatrixRMaj(2, 4);
    x.fill(each);
    Study study = Study.of(Mlp.deep(LINEAR, 4, 3)).on(x).seeds(2).compare(Init.lecunNormal());
    assertThat(input(study)).isCloseTo(each * each, within(1e-15));
    assertThat(study.measure().rows().get(0).theory().orElseThrow().activation(3))
        .isCloseTo(each * each, within(1e-12));
  }

  @Test
  void ofBatchesThatTheStudyDrawsItIsThatOfTheLaw() {
    Study study = Study.of(Mlp.deep(LINEAR, 4, 3)).seeds(3).batch(1).compare(Init.lecunNormal());
    assertThat(input(study)).isEqualTo(1);
    Inputs rows = (samples, width, seed) -> new DMatrixRMaj(1, 4, true, 0, seed, 0, 0);
    assertThat(input(study.on(rows))).isCloseTo((1 + 4 + 9) / 4.0 / 3, within(1e-12));
  }

  /** 600 nets, one input of second moment 4: the law's median of it is 2.05. Six errors: 25 %. */
  @Test
  void theLawIsThatOfTheInputThatIsGiven() {
    DMatrixRMaj x = new DMatrixRMaj(1, 4, true, 2, 2, 2, 2);
    Study study = Study.of(Mlp.deep(LINEAR, 4, 3).onPlainJava()).on(x).seeds(600);
    Results seen = study.compare(Init.lecunNormal()).measure();
    Band law = seen.law("LeCun").orElseThrow().activation();
    assertThat(law.at(0).low()).isEqualTo(4);
    assertThat(law.at(0).high()).isEqualTo(4);
    assertThat(law.at(3).median()).isCloseTo(2.05, within(0.2));
    assertThat(seen.median("LeCun") / law.at(3).median()).isBetween(0.75, 1.25);
    Table table = seen.table();
    assertThat(table.data().doubleColumn("a theory").get(0)).isCloseTo(4, within(1e-9));
  }

  /**
   * Inputs that are drawn scatter by themselves, chi-square by its width: 5 %, median, 95 % of
   * chi-square(16) / 16 are 0.498, 0.959, 1.644. Of 4000 draws six errors are 8 %.
   */
  @Test
  void theLawKnowsThatInputsAreDrawn() {
    Results seen =
        Study.of(Mlp.of(RELU, 16, 24, 8)).batch(1).seeds(2).compare(Init.heNormal()).measure();
    Band law = seen.law("He").orElseThrow().activation();
    assertThat(law.size()).isEqualTo(3);
    assertThat(law.at(0).low()).isCloseTo(0.498, within(0.04));
    assertThat(law.at(0).median()).isCloseTo(0.959, within(0.05));
    assertThat(law.at(0).high()).isCloseTo(1.644, within(0.1));
    Band gradient = seen.law("He").orElseThrow().gradient();
    assertThat(gradient.size()).isEqualTo(3);
    // chi-square(8) / 8, of the gradient that each seed draws at the output: 0.342, 0.918, 1.938
    assertThat(gradient.at(2).low()).isCloseTo(0.342, within(0.03));
    assertThat(gradient.at(2).median()).isCloseTo(0.918, within(0.04));
    assertThat(gradient.at(2).high()).isCloseTo(1.938, within(0.12));
  }

  /**
   * 1500 nets of unequal widths lie where their law says: a share p of them below its quantile p.
   * Six standard errors of a share, the law's own included, are 0.04 at 5 % and 0.09 at the median.
   */
  @Test
  void theLawHasEveryLayersOwnWidth() {
    Results seen =
        Study.of(Mlp.of(RELU, 48, 8, 24, 2).onPlainJava())
            .batch(1)
            .seeds(1500)
            .compare(Init.heNormal())
            .measure();
    var law = seen.law("He").orElseThrow();
    for (int l = 0; l <= 3; l++) {
      lies(seen, Measure.ACTIVATION, l, law.activation());
    }
    for (int l = 0; l <= 3; l++) {
      lies(seen, Measure.GRADIENT, l, law.gradient());
    }
  }

  private static void lies(Results seen, Measure measure, int layer, Band law) {
    assertThat(below(seen, measure, layer, law.at(layer).low())).isCloseTo(0.05, within(0.04));
    assertThat(below(seen, measure, layer, law.at(layer).median())).isCloseTo(0.5, within(0.09));
    assertThat(below(seen, measure, layer, law.at(layer).high())).isCloseTo(0.95, within(0.04));
  }

  private static double below(Results seen, Measure measure, int layer, double value) {
    return seen.of("He").reports().stream()
        .mapToDouble(report -> report.profile(measure)[layer] < value ? 1 : 0)
        .average()
        .orElseThrow();
  }

  /** Unequal widths: LeCun's variance is 1 / fan_in, and a ReLU layer halves it. */
  @Test
  void everyLayerHasItsOwnFans() {
    Plan plan = Mlp.of(RELU, 6, 10, 5, 3);
    Propagation theory =
        new TheoryOf(plan, Start.drawn(Init.lecunNormal()), 1.5).mean().orElseThrow();
    assertThat(theory.activation()[1]).isCloseTo(1.5 / 2, Loops.EXACT);
    assertThat(theory.activation()[2]).isCloseTo(1.5 / 4, Loops.EXACT);
    assertThat(theory.activation()[3]).isCloseTo(1.5 / 4, Loops.EXACT); // the last is linear
    // back: fan_out / fan_in, and half of it through a ReLU
    assertThat(theory.gradient()[3]).isEqualTo(1);
    assertThat(theory.gradient()[2]).isCloseTo(3 / 5.0, Loops.EXACT);
    assertThat(theory.gradient()[1]).isCloseTo(3 / 5.0 * 5 / 10.0 / 2, Loops.EXACT);
    assertThat(theory.gradient()[0]).isCloseTo(3 / 5.0 * 5 / 10.0 / 2 * 10 / 6.0 / 2, Loops.EXACT);
  }

  /** LSUV's scales make E z^2 1: E a^2 is then E f(Z)^2, 1/2 for a ReLU, 1 for the linear end. */
  @Test
  void lsuvIsExpectedToDoWhatItSetsOutToDo() {
    Plan plan = Mlp.of(RELU, 6, 10, 5, 3);
    Lsuv lsuv = Lsuv.on(Data.normal(64, 6, 1));
    Propagation theory = new TheoryOf(plan, lsuv, 2).mean().orElseThrow();
    assertThat(theory.preActivation()).containsExactly(new double[] {1, 1, 1}, within(1e-9));
    assertThat(theory.activation()).containsExactly(new double[] {2, 0.5, 0.5, 1}, within(1e-9));
    // back through layer 3: 3 Var W, where 5 Var W 0.5 = 1
    assertThat(theory.gradient()[2]).isCloseTo(3 / 2.5, Loops.EXACT);
    assertThat(new TheoryOf(plan, lsuv, 2).law()).isEmpty();
    assertThat(new TheoryOf(plan, lsuv.afterActivation(), 2).mean()).isEmpty();
  }

  @Test
  void layersThatShareTheirWeightsHaveNoLawAndNoTheoryOfLsuv() {
    Plan shared = Recurrent.over(TANH, 8, 4);
    Lsuv lsuv = Lsuv.on(Data.normal(16, 8, 1));
    assertThat(new TheoryOf(shared, lsuv, 1).mean()).isEmpty();
    assertThat(new TheoryOf(shared, Start.drawn(Init.lecunNormal()), 1).law()).isEmpty();
    assertThat(new TheoryOf(Mlp.deep(TANH, 8, 4), lsuv, 1).mean()).isPresent();
  }

  @Test
  void layersThatAreNotDenseHaveNoTheory() {
    Start lecun = Start.drawn(Init.lecunNormal());
    Plan steps = Plan.of(Signal.tokens(3, 4), Rnn.of(4, TANH));
    Plan tokens = Plan.of(Signal.tokens(3, 4), Dense.of(4, TANH));
    Plan block = Plan.of(Signal.vector(4), Residual.of(Dense.of(4, RELU)));
    for (Plan plan : new Plan[] {steps, tokens, block}) {
      assertThat(new TheoryOf(plan, lecun, 1).mean()).isEmpty();
      assertThat(new TheoryOf(plan, lecun, 1).law()).isEmpty();
      assertThat(new TheoryOf(plan, Lsuv.on(Data.normal(8, 12, 1)), 1).mean()).isEmpty();
    }
    var known = new TheoryOf(Mlp.deep(LINEAR, 4, 1), lecun, 9).law().orElseThrow();
    assertThat(known.activation().at(0).high()).isEqualTo(9);
  }

  @Test
  void biasesThatAreNotZeroHaveNoTheory() {
    Plan plan = Mlp.of(TANH, 4, 4, 2);
    Rules rules = Rules.of(Init.lecunNormal());
    assertThat(new TheoryOf(plan, rules, 1).mean()).isPresent();
    assertThat(new TheoryOf(plan, rules.on(Role.BIAS, Init.normal(0.1)), 1).mean()).isEmpty();
    assertThat(new TheoryOf(plan, rules.on(Role.BIAS, Init.ones()), 1).mean()).isEmpty();
    Start own = Start.of("own", (p, seed) -> p.init(Init.zeros(), seed));
    assertThat(new TheoryOf(plan, own, 1).mean()).isEmpty();
    assertThat(new TheoryOf(plan, own, 1).law()).isEmpty();
  }

  /** Whatever theory cannot do, the columns that are measured stand. */
  @Test
  void theoryThatFailsEndsNoMeasurement() {
    Activation step = z -> z > 0 ? 1 : 0;
    Activation lookedUp = z -> new double[] {0, 1, 2, 3, 4, 5, 6, 7}[(int) Math.abs(z)];
    Activation far =
        z -> {
          if (Math.abs(z) > 8) {
            throw new UnsupportedOperationException("no table so far out");
          }
          return z;
        };
    for (Activation f : new Activation[] {step, Math::signum, Math::exp, lookedUp, far}) {
      Study study = Study.of(Mlp.deep(f.named("f"), 16, 2)).seeds(3).batch(2);
      Results seen = study.compare(Init.lecunNormal()).measure();
      double due =
          Loops.quantile(
              0.5,
              seen.of("LeCun").reports().stream()
                  .mapToDouble(r -> r.last(Measure.ACTIVATION))
                  .toArray());
      assertThat(seen.table().data().doubleColumn("a, last layer").get(0)).isEqualTo(due);
      assertThat(due).isPositive();
      assertThat(seen.plot().text()).contains("LeCun, layer 2: median");
    }
    Study one = Study.of(Mlp.deep(far.named("far"), 8, 2)).seeds(1).batch(1);
    assertThat(one.compare(Init.lecunNormal()).plot().text()).contains("LeCun, layer 2: median");
    Results wide =
        Study.of(Mlp.deep(TANH, 16, 3)).seeds(3).batch(8).compare(Init.normal(1e10)).measure();
    assertThat(wide.table().data().doubleColumn("a, last layer").get(0)).isCloseTo(1, within(1e-6));
  }
}
