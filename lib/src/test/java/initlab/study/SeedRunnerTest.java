package initlab.study;

import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Init;
import initlab.nn.Pass;
import initlab.nn.Plan;
import initlab.nn.Signal;
import initlab.nn.Start;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Mlp;
import initlab.nn.layer.Recurrent;
import initlab.nn.layer.Rnn;
import initlab.nn.lsuv.Lsuv;
import initlab.study.probe.Inputs;
import initlab.study.probe.Measure;
import initlab.study.probe.Report;
import initlab.train.data.Data;
import java.util.EnumSet;
import java.util.Set;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/**
 * One thread's seeds: over spare memory or a net of a start's own, never with another's numbers.
 */
class SeedRunnerTest {
  private static final Set<Measure> ALL = EnumSet.allOf(Measure.class);

  private static void equal(Report one, Report other) {
    for (Measure measure : ALL) {
      assertThat(one.profile(measure)).as("%s", measure).isEqualTo(other.profile(measure));
    }
  }

  @Test
  void aStartWithANetOfItsOwnIsMeasuredAlike() {
    Start drawn = Start.drawn(Init.lecunNormal());
    Start own = Start.of("own", (plan, seed) -> plan.init(Init.lecunNormal(), seed));
    SeedRunner runner = new SeedRunner(Seen.STUDY, ALL, false);
    Report first = runner.measure(drawn, 5);
    equal(runner.measure(own, 6), new SeedRunner(Seen.STUDY, ALL, false).measure(drawn, 6));
    equal(runner.measure(own, 5), first);
    runner.measure(drawn, 6);
    equal(runner.measure(drawn, 5), first); // nothing of seed 6 is left over
    equal(new SeedRunner(Seen.STUDY, ALL, true).measure(drawn, 5), first);
    assertThat(runner.measure(drawn, 6).last(Measure.ACTIVATION))
        .isNotEqualTo(first.last(Measure.ACTIVATION));
  }

  @Test
  void onlyWeightGradientsNeedTheLayersInputs() {
    assertThat(SeedRunner.keep(Set.of(Measure.WEIGHT_GRADIENT, Measure.GRADIENT)))
        .isEqualTo(Pass.Keep.FOR_WEIGHTS);
    assertThat(SeedRunner.keep(Set.of(Measure.GRADIENT))).isEqualTo(Pass.Keep.LEAST);
  }

  @Test
  void whatAStartGetsWrongIsNamedWithItsSeed() {
    SeedRunner runner = new SeedRunner(Seen.STUDY, ALL, false);
    Start none = Start.of("none", (plan, seed) -> null);
    assertThatThrownBy(() -> runner.measure(none, 3))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("Start \"none\", seed 3: the network that it starts is null");
    Start deep = Start.of("deep", (p, s) -> Mlp.of(TANH, 5, 7, 4, 4, 3).init(Init.zeros(), s));
    assertThatThrownBy(() -> runner.measure(deep, 8))
        .hasMessageContaining("seed 8: the number of layers that it starts is 4; it must be 3");
    Study broken =
        Seen.STUDY.on(
            (samples, width, seed) -> {
              DMatrixRMaj x = Data.normal(samples, width, seed);
              x.set(0, 1, Double.NaN);
              return x;
            });
    assertThatThrownBy(() -> broken.measure()).hasMessageContaining("the input, row 0, column 1");
  }

  /** A batch (samples * places x channels) has as many samples as rows over places. */
  @Test
  void samplesAreCountedWhereRowsArePlaces() {
    Plan plan = Plan.of(Signal.tokens(3, 2), Rnn.of(4, TANH), Dense.of(1, TANH)).onPlainJava();
    Study study = Study.of(plan).seeds(1).batch(5).compare(Init.xavierNormal());
    double due = Loops.second(Loops.rows(Inputs.gradient(5, 3, 1)));
    Report report = study.measure().rows().get(0).reports().get(0);
    assertThat(report.last(Measure.GRADIENT)).isCloseTo(due, Loops.EXACT);
    DMatrixRMaj places = new DMatrixRMaj(15, 2, true, Data.normal(5, 6, 1).data);
    Report same = study.on(places).measure().rows().get(0).reports().get(0);
    assertThat(same.profile(Measure.GRADIENT)).isEqualTo(report.profile(Measure.GRADIENT));
  }

  /** LSUV refuses layers that share a matrix: the study says whose, which and why. */
  @Test
  void lsuvOverSharedLayersIsRefusedByName() {
    Study study = Study.of(Recurrent.over(TANH, 8, 4)).seeds(2).and(Lsuv.on(Data.normal(9, 8, 1)));
    assertThatThrownBy(study::measure)
        .hasMessageStartingWith("Start \"LSUV\", seed 1: the number of layers that share 1.W is 4");
  }

  /** Each use of a shared weight has its own part of the gradient; together they are the whole. */
  @Test
  void sharedWeightsHaveAPartOfTheGradientInEveryLayer() {
    Plan plan = Recurrent.over(TANH, 4, 3).onPlainJava();
    var net = plan.init(Init.xavierNormal(), 1);
    DMatrixRMaj x = Data.normal(6, 4, 1);
    DMatrixRMaj g = Inputs.gradient(6, 4, 1);
    Report report =
        Study.of(plan)
            .seeds(1)
            .on(x)
            .compare(Init.xavierNormal())
            .measure(Measure.WEIGHT_GRADIENT)
            .rows()
            .get(0)
            .reports()
            .get(0);
    var shares = net.forward(x).backward(g).shares(net.parameter("1.W"));
    assertThat(shares).hasSize(3);
    for (int l = 1; l <= 3; l++) {
      assertThat(report.profile(Measure.WEIGHT_GRADIENT)[l])
          .isCloseTo(Loops.second(Loops.rows(shares.get(l - 1))), Loops.EXACT);
    }
  }
}
