package initlab.nn;

import static initlab.init.Activation.LINEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Activation;
import initlab.math.Moments;
import initlab.nn.layer.Attention;
import initlab.nn.layer.BatchNorm;
import initlab.nn.layer.Conv;
import initlab.nn.layer.Conv1d;
import initlab.nn.layer.Conv2d;
import initlab.nn.layer.Conv3d;
import initlab.nn.layer.FeedForward;
import initlab.nn.layer.GroupNorm;
import initlab.nn.layer.LayerNorm;
import initlab.nn.layer.RmsNorm;
import java.util.List;
import java.util.stream.LongStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Convolutions, attention and norms as PyTorch 2.15.0, Keras 3.15.1 and Flax 0.12.8 start them. The
 * standard deviations stand for the libraries: each was sampled from 200 layers of PyTorch, 60 of
 * Keras and Flax, 8,600 numbers at least for weights, which tells them to 1 % (one standard error
 * is below 0.5 %), and 800 at least for biases, which tells those to 5 %.
 */
class ConvFrameworksTest {
  private static final Plan ATTENTION =
      Plan.of(Signal.tokens(5, 16), Attention.of(4).withBias(), LayerNorm.of(), RmsNorm.of());

  private static Rules rules(String framework) {
    return switch (framework) {
      case "torch" -> Rules.torch();
      case "keras" -> Rules.keras();
      default -> Rules.flax();
    };
  }

  private static Plan plan(String layer) {
    Conv conv = Conv2d.of(3, 8, LINEAR);
    return switch (layer) {
      case "conv1d" -> Plan.of(Signal.tokens(10, 6), Conv1d.of(3, 8, LINEAR));
      case "conv3d" -> Plan.of(Signal.volume(5, 5, 5, 2), Conv3d.of(3, 4, LINEAR));
      case "depthwise" -> Plan.of(Signal.image(9, 9, 8), Conv2d.depthwise(3, 1, LINEAR));
      case "depthwise, 2" -> Plan.of(Signal.image(9, 9, 8), Conv2d.depthwise(3, 2, LINEAR));
      case "groups" -> Plan.of(Signal.image(9, 9, 6), conv.groups(2));
      case "stride" -> Plan.of(Signal.image(9, 9, 6), conv.stride(2));
      case "transposed" -> Plan.of(Signal.image(9, 9, 6), Conv2d.transposed(3, 8, LINEAR));
      case "transposed, groups, stride" ->
          Plan.of(Signal.image(9, 9, 6), Conv2d.transposed(3, 8, LINEAR).groups(2).stride(2));
      default -> Plan.of(Signal.image(9, 9, 6), conv);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "torch, conv1d, W, 0.135382",
    "torch, conv1d, b, 0.136109",
    "torch, conv2d, W, 0.078692",
    "torch, conv2d, b, 0.079444",
    "torch, stride, W, 0.078692",
    "torch, groups, W, 0.110903",
    "torch, groups, b, 0.111470",
    "torch, depthwise, W, 0.192140",
    "torch, conv3d, W, 0.078436",
    "torch, transposed, W, 0.068161",
    "torch, transposed, b, 0.068062",
    "torch, 'transposed, groups, stride', W, 0.096470",
    "torch, 'transposed, groups, stride', b, 0.098413",
    "keras, conv1d, W, 0.218118",
    "keras, conv2d, W, 0.126165",
    "keras, stride, W, 0.126165",
    "keras, groups, W, 0.142065",
    "keras, depthwise, W, 0.155430",
    "keras, 'depthwise, 2', W, 0.149003",
    "keras, conv3d, W, 0.111057",
    "keras, transposed, W, 0.126165",
    "keras, conv2d, b, 0",
    "flax, conv1d, W, 0.235669",
    "flax, conv2d, W, 0.135880",
    "flax, groups, W, 0.192288",
    "flax, depthwise, W, 0.331038",
    "flax, conv3d, W, 0.135968",
    "flax, transposed, W, 0.135880",
    "flax, conv2d, b, 0"
  })
  void convolutions(String framework, String layer, String slot, double sampled) {
    check(framework, plan(layer), "1." + slot, sampled);
  }

  @ParameterizedTest
  @CsvSource({
    "torch, q, 0.176962",
    "torch, k, 0.176962",
    "torch, v, 0.176962",
    "torch, out, 0.144185",
    "torch, bq, 0",
    "torch, bout, 0",
    "keras, q, 0.250860",
    "keras, k, 0.249701",
    "keras, v, 0.249252",
    "keras, out, 0.250232",
    "keras, bv, 0",
    "flax, q, 0.249714",
    "flax, k, 0.250012",
    "flax, v, 0.250565",
    "flax, out, 0.248934",
    "flax, bout, 0"
  })
  void attention(String framework, String slot, double sampled) {
    check(framework, ATTENTION, "1." + slot, sampled);
  }

  private static void check(String framework, Plan plan, String path, double sampled) {
    Rules rules = rules(framework);
    Parameter parameter = plan.init(rules, 1).parameter(path);
    double stated = rules.rule(parameter).orElseThrow().std(parameter.shape()).orElseThrow();
    double tolerance = parameter.role() == Role.BIAS ? 0.05 : 0.02;
    assertThat(stated).isCloseTo(sampled, within(tolerance * sampled));
    Moments drawn = drawn(plan, rules, path);
    assertThat(drawn.std()).isCloseTo(stated, within(0.08 * stated));
  }

  /**
   * Numbers of 100 nets: 800 at least, whose std errs by 2.5 % at most; 8 % is three times that.
   */
  private static Moments drawn(Plan plan, Rules rules, String path) {
    List<DMatrixRMaj> all =
        LongStream.rangeClosed(1, 100)
            .mapToObj(seed -> plan.init(rules, seed).parameter(path).value())
            .toList();
    DMatrixRMaj joined = new DMatrixRMaj(all.size() * all.get(0).numRows, all.get(0).numCols);
    for (int i = 0; i < all.size(); i++) {
      CommonOps_DDRM.insert(all.get(i), joined, i * all.get(0).numRows, 0);
    }
    return Moments.of(joined);
  }

  @Test
  void normsBeginAlikeEverywhere() {
    Plan plan =
        Plan.of(
            Signal.image(3, 3, 4), BatchNorm.of(), GroupNorm.of(2), LayerNorm.of(), RmsNorm.of());
    for (String framework : List.of("torch", "keras", "flax")) {
      Network net = plan.init(rules(framework), 1);
      for (Parameter parameter : net.parameters()) {
        boolean one = parameter.role() == Role.SCALE || parameter.name().equals("variance");
        assertThat(parameter.value().data).as(parameter.path()).containsOnly(one ? 1 : 0);
      }
    }
  }

  /** linear2 of 50 TransformerEncoderLayers (16, 4, 32): 800 numbers. */
  @ParameterizedTest
  @CsvSource({"bup, 0.144768", "bdown, 0.103927"})
  void biasesOfAFeedForwardPartGoByTheirOwnWeights(String slot, double sampled) {
    Plan plan = Plan.of(Signal.tokens(5, 16), FeedForward.of(32, Activation.RELU).withBias());
    check("torch", plan, "1." + slot, sampled);
  }
}
