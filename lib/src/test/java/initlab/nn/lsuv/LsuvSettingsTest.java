package initlab.nn.lsuv;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.SIGMOID;
import static initlab.nn.lsuv.LsuvCases.batch;
import static initlab.nn.lsuv.LsuvCases.net;
import static initlab.nn.lsuv.LsuvCases.normal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Init;
import initlab.math.Moments;
import initlab.nn.Network;
import initlab.nn.Plan;
import initlab.nn.Signal;
import initlab.nn.layer.Dense;
import initlab.nn.layer.Mlp;
import initlab.nn.lsuv.LsuvTrace.Attempt.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each setting of LSUV does what it says, is kept by all others, and is as the paper has it. */
class LsuvSettingsTest {
  private static final List<UnaryOperator<Lsuv>> SETTINGS =
      List.of(
          lsuv -> lsuv.from(Init.heNormal()),
          Lsuv::afterActivation,
          Lsuv::centred,
          Lsuv::goOn,
          lsuv -> lsuv.until(0.02, 7),
          lsuv -> lsuv.named("mine"));

  /** All orders of so many things. */
  private static List<List<Integer>> orders(int n) {
    List<List<Integer>> all = new ArrayList<>();
    if (n == 0) {
      all.add(List.of());
    }
    for (List<Integer> shorter : n == 0 ? all.subList(0, 0) : orders(n - 1)) {
      for (int at = 0; at < n; at++) {
        List<Integer> longer = new ArrayList<>(shorter);
        longer.add(at, n - 1);
        all.add(longer);
      }
    }
    return all;
  }

  @Test
  void everySettingIsKeptByEveryOther() {
    String settings = "LSUV of activations from He, centred%s, tolerance 0.02, at most 7 attempts";
    for (List<Integer> order : orders(SETTINGS.size())) {
      Lsuv fixed = Lsuv.on(batch(1));
      Lsuv fresh = Lsuv.onFresh(LsuvCases::batch);
      for (int i : order) {
        fixed = SETTINGS.get(i).apply(fixed);
        fresh = SETTINGS.get(i).apply(fresh);
      }
      assertThat(fixed.toString()).isEqualTo(settings.replace("%s", "") + ", then goes on");
      assertThat(fresh.toString())
          .isEqualTo(settings.replace("%s", ", fresh batches") + ", then goes on");
      assertThat(fixed.name()).isEqualTo("mine");
      assertThat(fixed.unitPreActivations()).isFalse();
    }
  }

  @Test
  void eachSettingAloneChangesOnlyItself() {
    String published =
        "LSUV of pre-activations from orthogonal, tolerance 0.1, at most 10 attempts";
    List<String> seen = SETTINGS.stream().map(s -> "" + s.apply(Lsuv.on(batch(1)))).toList();
    assertThat(Lsuv.on(batch(1))).hasToString(published);
    assertThat(seen)
        .containsExactly(
            published.replace("orthogonal", "He"),
            published.replace("pre-activations", "activations"),
            published.replace("orthogonal,", "orthogonal, centred,"),
            published + ", then goes on",
            "LSUV of pre-activations from orthogonal, tolerance 0.02, at most 7 attempts",
            published);
    assertThat(Lsuv.on(batch(1)).name()).isEqualTo("LSUV");
    assertThat(Lsuv.on(batch(1)).afterActivation().name()).isEqualTo("LSUV after activation");
    assertThat(Lsuv.on(batch(1)).afterActivation().unitPreActivations()).isFalse();
    assertThat(Lsuv.on(batch(1)).centred().unitPreActivations()).isTrue();
  }

  /** A batch (1000 x 1) of exactly this mean and variance, to rounding. */
  private static DMatrixRMaj column(double mean, double variance) {
    DMatrixRMaj x = normal(1000, 1, 3);
    Moments seen = Moments.of(x);
    for (int i = 0; i < x.numRows; i++) {
      x.data[i] = mean + (x.data[i] - seen.mean()) * Math.sqrt(variance) / seen.std();
    }
    return x;
  }

  private static Network line() {
    return Plan.of(Signal.vector(1), Dense.of(1, LINEAR)).init(Init.ones(), 1);
  }

  /** The paper's tolerance is 0.1, on both sides, and both sides of it are tried. */
  @ParameterizedTest
  @CsvSource({"0.89, 1", "0.91, 0", "1, 0", "1.09, 0", "1.11, 1", "1e-4, 1", "1e4, 1"})
  void aVarianceWithinATenthOfOneIsLeftAlone(double variance, int rescalings) {
    LsuvTrace trace = Lsuv.fit(line(), column(0, variance));
    assertThat(trace.rescalings()).containsExactly(rescalings);
    assertThat(trace.scale(1))
        .isCloseTo(rescalings == 0 ? 1 : 1 / Math.sqrt(variance), within(1e-9 / variance));
    assertThat(trace.attempts().get(0).variance()).isCloseTo(variance, within(1e-9 * variance));
  }

  @ParameterizedTest
  @CsvSource({"-0.11, 1", "-0.09, 0", "0.09, 0", "0.11, 1", "50, 1"})
  void aMeanWithinATenthOfZeroIsLeftAloneWhereCentred(double mean, int rescalings) {
    Network net = line();
    LsuvTrace trace = Lsuv.on(column(mean, 1)).centred().rescale(net);
    assertThat(trace.rescalings()).containsExactly(rescalings);
    assertThat(trace.attempts().get(0).mean()).isCloseTo(mean, within(1e-9));
    assertThat(net.layer(1).bias().orElseThrow().get(0))
        .isCloseTo(rescalings == 0 ? 0 : -mean, within(1e-9));
    assertThat(Lsuv.fit(line(), column(mean, 1)).rescalings()).containsExactly(0);
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "10", "33"})
  void aLayerIsRescaledAsOftenAsItIsAllowedTo(int attempts) {
    Lsuv never = Lsuv.on(batch(1)).afterActivation().until(1e-6, attempts).goOn();
    LsuvTrace trace =
        never.rescale(Mlp.deep(initlab.init.Activation.TANH, 40, 2).init(Init.normal(0.01), 1));
    assertThat(trace.rescalings()).containsExactly(attempts, attempts);
    assertThat(trace.attempts()).hasSize(2 * attempts + 2);
    assertThat(trace.attempts().stream().map(LsuvTrace.Attempt::attempt).limit(attempts + 1))
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(trace.attempts().stream().filter(a -> a.verdict() == Verdict.GIVEN_UP))
        .hasSize(2)
        .allMatch(a -> a.attempt() == attempts);
  }

  /** z is divided through W: biases stay as they are, and count in what is judged. */
  @Test
  void biasesStayWhereOnlyTheScaleIsAskedFor() {
    Network net = net(Mlp.of(RELU, 40, 30, 5));
    DMatrixRMaj bias = net.layer(1).bias().orElseThrow();
    CommonOps_DDRM.fill(bias, 2.5);
    bias.set(0, 0, -1);
    double[] before = bias.data.clone();
    LsuvTrace trace = Lsuv.on(batch(1)).until(0.01, 20).rescale(net);
    assertThat(bias.data).containsExactly(before);
    assertThat(trace.rescalings(1)).isGreaterThan(1);
    assertThat(Moments.of(net.forward(batch(1)).z(1)).variance()).isCloseTo(1, within(0.01));
  }

  /** W / std and (b - mean) / std: by hand, over one layer of two outputs. */
  @Test
  void aCentredLayerIsMovedAndScaledByTheFormula() {
    Network net = net(Mlp.of(RELU, 40, 2));
    DMatrixRMaj w = net.layer(1).weights().copy();
    DMatrixRMaj b = net.layer(1).bias().orElseThrow();
    b.set(0, 0, 5);
    b.set(0, 1, -3);
    Moments z = Moments.of(net.forward(batch(1)).z(1));
    Lsuv.on(batch(1)).centred().until(1e-9, 1).rescale(net);
    assertThat(b.get(0)).isCloseTo((5 - z.mean()) / z.std(), within(1e-12));
    assertThat(b.get(1)).isCloseTo((-3 - z.mean()) / z.std(), within(1e-12));
    assertThat(net.layer(1).weights().get(7, 1)).isCloseTo(w.get(7, 1) / z.std(), within(1e-14));
  }

  /** W / std and b - mean, for mean and std of f(z): one rescaling, followed by hand. */
  @Test
  void aCentredActivationMovesItsBiasByItsMean() {
    Network net = Plan.of(Signal.vector(40), Dense.of(2, SIGMOID)).init(Init.orthogonal(), 1);
    DMatrixRMaj w = net.layer(1).weights().copy();
    DMatrixRMaj b = net.layer(1).bias().orElseThrow();
    b.set(0, 1, -3);
    Moments a = Moments.of(net.forward(batch(1)).a(1));
    Lsuv.on(batch(1)).afterActivation().centred().until(1e-9, 1).goOn().rescale(net);
    assertThat(b.get(0)).isCloseTo(-a.mean(), within(1e-12));
    assertThat(b.get(1)).isCloseTo(-3 - a.mean(), within(1e-12));
    assertThat(net.layer(1).weights().get(7, 1)).isCloseTo(w.get(7, 1) / a.std(), within(1e-12));
  }
}
