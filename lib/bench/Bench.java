import initlab.init.Activation;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.RandomStreams;
import initlab.nn.Layer;
import initlab.nn.Plan;
import initlab.nn.Rules;
import initlab.nn.Signal;
import initlab.nn.layer.Attention;
import initlab.nn.layer.Conv2d;
import initlab.nn.layer.FeedForward;
import initlab.nn.layer.Lstm;
import initlab.nn.layer.Mlp;
import initlab.nn.layer.TransformerBlock;
import initlab.nn.lsuv.Lsuv;
import initlab.study.Study;
import initlab.study.probe.Measure;
import initlab.train.data.Data;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;

/**
 * The library's side of bench.py: reads the name of a piece of work on a line, does it, answers with
 * the seconds it took.
 */
final class Bench {
  private static final int WIDTH = 256;
  private static final Plan NET = Mlp.deep(Activation.RELU, WIDTH, 50);
  private static final DMatrixRMaj BATCH = Data.normal(256, WIDTH, 1);
  private static final int FILLS = 20;
  private static final Plan CONV =
      Plan.of(
          Signal.image(16, 16, 32),
          Collections.nCopies(50, Conv2d.of(3, 32, Activation.RELU).same().withoutBias()));

  private static final Map<String, Runnable> WORK =
      Map.ofEntries(
          Map.entry("study He", () -> study(Init.heNormal())),
          Map.entry("study orthogonal", () -> study(Init.orthogonal())),
          Map.entry("figure He", () -> figure(Init.heNormal())),
          Map.entry("figure orthogonal", () -> figure(Init.orthogonal())),
          Map.entry("fill normal", () -> fill(Init.normal(0.02), 1024)),
          Map.entry("fill uniform", () -> fill(Init.uniform(0.1), 1024)),
          Map.entry("fill truncated", () -> fill(Init.truncatedNormal(0.02), 1024)),
          Map.entry("fill He", () -> fill(Init.heNormal(), 1024)),
          Map.entry("fill orthogonal", () -> fill(Init.orthogonal(), 1024)),
          Map.entry("fill square", () -> fill(Init.orthogonal(), WIDTH)),
          Map.entry("conv study", () -> conv().measure(Measure.WEIGHT_GRADIENT)),
          Map.entry("conv figure", () -> conv().measure()),
          Map.entry("lstm", () -> lstm()),
          Map.entry("study transformer", () -> transformer().measure(Measure.WEIGHT_GRADIENT)),
          Map.entry("figure transformer", () -> transformer().measure()),
          Map.entry("lsuv", () -> Lsuv.on(BATCH).start(NET, 1)));

  private Bench() {}

  /** Every seed forward and backward, gradients of weights included. */
  private static void study(Initializer rule) {
    Study.of(NET).seeds(30).batch(256).compare(rule).measure(Measure.WEIGHT_GRADIENT);
  }

  /** What the standard figure needs: no gradients of weights. */
  private static void figure(Initializer rule) {
    Study.of(NET).seeds(30).batch(256).compare(rule).measure();
  }

  private static Study conv() {
    return Study.of(CONV).seeds(30).batch(4).compare(Init.heNormal());
  }

  /** 200 steps of 128 inputs and 128 hidden numbers, 16 sequences a seed, dW too. */
  private static void lstm() {
    Plan plan = Plan.of(Signal.tokens(200, 128), Lstm.of(128));
    Study.of(plan).seeds(30).batch(16).and(Rules.torch()).measure(Measure.WEIGHT_GRADIENT);
  }

  /** Twelve pre-norm blocks over four texts of 64 tokens. */
  private static Study transformer() {
    Layer block =
        TransformerBlock.preNorm(Attention.of(8), FeedForward.of(512, Activation.GELU));
    Plan plan = Plan.of(Signal.tokens(64, 128), block).then(11, block);
    return Study.of(plan).seeds(30).batch(4).compare(Init.xavierNormal());
  }

  private static void fill(Initializer rule, int columns) {
    WeightShape shape = WeightShape.dense(WIDTH, columns);
    DMatrixRMaj into = new DMatrixRMaj(WIDTH, columns);
    for (int i = 0; i < FILLS; i++) {
      rule.fill(shape, RandomStreams.layer(i, 0), into);
    }
  }

  public static void main(String[] none) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String name = lines.readLine(); name != null; name = lines.readLine()) {
      long start = System.nanoTime();
      WORK.get(name).run();
      System.out.println((System.nanoTime() - start) / 1e9);
    }
  }
}
