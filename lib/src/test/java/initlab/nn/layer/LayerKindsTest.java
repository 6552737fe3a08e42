package initlab.nn.layer;

import static initlab.init.Activation.RELU;
import static org.assertj.core.api.Assertions.assertThat;

import initlab.init.Activation;
import initlab.init.Distribution;
import initlab.init.Init;
import initlab.math.RandomStreams;
import initlab.nn.Layer;
import initlab.nn.Memory;
import initlab.nn.Network;
import initlab.nn.Parameter;
import initlab.nn.Pass;
import initlab.nn.Plan;
import initlab.nn.Rules;
import initlab.nn.Watcher;
import initlab.train.data.Data;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.assertj.core.data.Offset;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of layer: gradients of all parameters and of the input beside central differences, and
 * the same numbers whatever a pass keeps. A new kind is one line in {@link LayerKinds#all}.
 *
 * <p>With steps of 1e-5 a difference is good to about 1e-10 of the gradients' size, rounding
 * included to 1e-9; the bound is 1e-7 of it.
 */
class LayerKindsTest {
  private static final double STEP = 1e-5;
  private static final int BATCH = 3;

  private static DMatrixRMaj normal(int rows, int cols, long seed) {
    DMatrixRMaj m = new DMatrixRMaj(rows, cols);
    Distribution.NORMAL.fill(1, RandomStreams.data(seed), m.data, m.getNumElements());
    return m;
  }

  /** N(0, 1), or ids where the plan takes ids. */
  private static DMatrixRMaj input(Plan plan, int samples, long seed) {
    return plan.vocabulary() > 0
        ? Data.ids(samples, plan.inputs(), plan.vocabulary(), seed)
        : normal(samples, plan.inputs(), seed);
  }

  /** All numbers away from zeros and ones, so that no gradient is 0 by chance. */
  private static Network net(Plan plan) {
    Network net = plan.init(Init.heNormal(), 3);
    for (Parameter parameter : net.parameters()) {
      DMatrixRMaj value = parameter.value();
      for (int i = 0; i < value.getNumElements(); i++) {
        value.data[i] += 0.1 * Math.sin(i + parameter.path().length());
      }
    }
    return net;
  }

  @Test
  void aBlockSaysItsScaleInTheHousesWay() {
    assertThat(Residual.of(Dense.of(3, RELU)).scaled(1e-7).toString())
        .startsWith("residual, scale 1e-7, of [");
  }

  @ParameterizedTest
  @MethodSource("initlab.nn.layer.LayerKinds#all")
  void gradientsAreDifferenceQuotients(Plan plan) {
    Network net = net(plan);
    DMatrixRMaj x = input(plan, BATCH, 1);
    DMatrixRMaj c = normal(BATCH, plan.outputs(), 2);
    Pass pass = net.forward(x).backward(c);
    DoubleSupplier loss = () -> sumOfProducts(net.forward(x).output(), c);
    for (Parameter parameter : learned(net)) {
      same(parameter.value(), pass.gradient(parameter), loss, parameter.path());
    }
    if (plan.vocabulary() == 0) {
      same(x, pass.da(0), loss, "the input");
    } else {
      assertThat(numbers(pass.da(0))).as("no gradient goes to ids").containsOnly(0);
    }
  }

  private static List<Parameter> learned(Network net) {
    return net.parameters().stream().filter(p -> p.role().learned()).toList();
  }

  private static double sumOfProducts(DMatrixRMaj output, DMatrixRMaj c) {
    double sum = 0;
    for (int i = 0; i < output.getNumElements(); i++) {
      sum += output.data[i] * c.data[i];
    }
    return sum;
  }

  private static void same(DMatrixRMaj at, DMatrixRMaj gradient, DoubleSupplier loss, String what) {
    assertThat(gradient.getNumElements()).as(what).isEqualTo(at.getNumElements());
    double size = Math.max(1, CommonOps_DDRM.elementMaxAbs(gradient));
    for (int i = 0; i < at.getNumElements(); i++) {
      double before = at.data[i];
      at.data[i] = before + STEP;
      double above = loss.getAsDouble();
      at.data[i] = before - STEP;
      double below = loss.getAsDouble();
      at.data[i] = before;
      assertThat(gradient.data[i])
          .as(what + ", number " + i)
          .isCloseTo((above - below) / (2 * STEP), Offset.offset(1e-7 * size));
    }
  }

  /** To the last bit: a pass that spares memory does the same arithmetic. */
  @ParameterizedTest
  @MethodSource("initlab.nn.layer.LayerKinds#all")
  void whatIsKeptChangesNoNumber(Plan plan) {
    Network net = net(plan);
    DMatrixRMaj x = input(plan, BATCH, 1);
    DMatrixRMaj c = normal(BATCH, plan.outputs(), 2);
    Pass all = net.forward(x).backward(c);
    for (Pass.Keep keep : Pass.Keep.values()) {
      Pass pass = new Pass(net, keep);
      DMatrixRMaj more = normal(BATCH + 4, plan.outputs(), 8);
      pass.forward(input(plan, BATCH + 4, 7)).backward(more); // what a larger batch left behind
      pass.forward(x).backward(c);
      assertThat(numbers(pass.output())).isEqualTo(numbers(all.output()));
      assertThat(numbers(pass.da(0))).isEqualTo(numbers(all.da(0)));
      if (keep == Pass.Keep.ALL) {
        net.parameters()
            .forEach(
                p -> assertThat(numbers(pass.gradient(p))).isEqualTo(numbers(all.gradient(p))));
      }
    }
  }

  /**
   * The same inside a net, where others write over the x of a layer that says it needs none on the
   * way back.
   */
  @ParameterizedTest
  @MethodSource("initlab.nn.layer.LayerKinds#all")
  void whatAnInnerLayerTakesLastsAsLongAsItNeedsIt(Plan plan) {
    Layer[] layers = plan.layers().toArray(Layer[]::new);
    Activate tanh = Activate.of(Activation.TANH);
    Plan first = plan.vocabulary() > 0 ? plan : Plan.of(plan.input(), tanh).then(1, layers);
    Plan around = first.then(3, tanh);
    Network net = net(around);
    DMatrixRMaj x = input(around, BATCH, 1);
    DMatrixRMaj c = normal(BATCH, around.outputs(), 2);
    Pass all = net.forward(x).backward(c);
    Pass least = new Pass(net, Pass.Keep.LEAST).forward(x).backward(c);
    assertThat(numbers(least.da(0))).isEqualTo(numbers(all.da(0)));
  }

  /** Weights that are drawn again when a pass asks for them are the same weights. */
  @ParameterizedTest
  @MethodSource("initlab.nn.layer.LayerKinds#all")
  void drawingAgainChangesNoNumber(Plan plan) {
    DMatrixRMaj x = input(plan, BATCH, 1);
    DMatrixRMaj c = normal(BATCH, plan.outputs(), 2);
    Rules rules = Rules.of(Init.heNormal());
    Pass kept = plan.init(rules, 5).forward(x).backward(c);
    Network redrawing = rules.start(plan, 5, Network.redrawing(plan));
    Pass again = redrawing.forward(x).backward(c);
    assertThat(numbers(again.output())).isEqualTo(numbers(kept.output()));
    assertThat(numbers(again.da(0))).isEqualTo(numbers(kept.da(0)));
  }

  /**
   * What a layer takes it leaves as it is: its x on the way forward, and on the way back all that
   * went forward, and dL/da. Told by copies, made as soon as a layer is done.
   */
  @ParameterizedTest
  @MethodSource("initlab.nn.layer.LayerKinds#all")
  void noLayerWritesIntoWhatItTakes(Plan plan) {
    DMatrixRMaj x = input(plan, BATCH, 1);
    DMatrixRMaj c = normal(BATCH, plan.outputs(), 2);
    Map<DMatrixRMaj, double[]> copies = new IdentityHashMap<>();
    Pass pass = net(plan).pass();
    pass.forward(x, copying(copies, Memory::x, Memory::z, Memory::a));
    same(copies);
    assertThat(pass.output()).isSameAs(pass.a(plan.depth()));
    pass.backward(c, copying(copies, Memory::dx));
    same(copies);
    assertThat(x.data).isEqualTo(input(plan, BATCH, 1).data);
    assertThat(c.data).isEqualTo(normal(BATCH, plan.outputs(), 2).data);
    for (int l = 1; l <= plan.depth(); l++) {
      double[] dz = numbers(pass.da(l));
      plan.layers().get(l - 1).activation().backward(pass.z(l).data, dz, dz.length);
      assertThat(numbers(pass.dz(l))).isEqualTo(dz);
    }
  }

  @SafeVarargs
  private static Watcher copying(
      Map<DMatrixRMaj, double[]> copies, Function<Memory, DMatrixRMaj>... parts) {
    return new Watcher() {
      @Override
      public void forward(Memory m) {
        copy(m);
      }

      @Override
      public void backward(Memory m) {
        copy(m);
      }

      private void copy(Memory m) {
        for (Function<Memory, DMatrixRMaj> part : parts) {
          copies.putIfAbsent(part.apply(m), numbers(part.apply(m)));
        }
      }
    };
  }

  private static void same(Map<DMatrixRMaj, double[]> copies) {
    copies.forEach((matrix, copy) -> assertThat(numbers(matrix)).isEqualTo(copy));
  }

  private static double[] numbers(DMatrixRMaj m) {
    return Arrays.copyOf(m.data, m.getNumElements());
  }

  @ParameterizedTest
  @MethodSource("initlab.nn.layer.LayerKinds#all")
  void withoutBiasesThereAreNone(Plan plan) {
    Network net = plan.withoutBiases().init(Init.heNormal(), 1);
    assertThat(net.nodes().filter(node -> node.layer() instanceof Dense))
        .allMatch(node -> node.bias().isEmpty());
    assertThat(plan.withoutBiases()).hasToString(plan.toString());
    assertThat(plan.map(layer -> layer instanceof Dense d ? d.activation(RELU) : layer).depth())
        .isEqualTo(plan.depth());
  }
}
