package initlab.math;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.base.BaseSeed;
import initlab.init.Activation;
import initlab.init.Init;
import initlab.init.WeightShape;
import initlab.nn.layer.Mlp;
import initlab.train.data.Data;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A second Java with another base seed: everything that has a seed moves, as by that number. */
class BaseSeedTest {
  private static final WeightShape SHAPE = WeightShape.dense(3, 5);

  /** What the other Java runs: prints what seed 1 gives there. */
  static final class Other {
    private Other() {}

    public static void main(String[] args) {
      System.out.println(draws(1));
      System.out.println(RandomStreams.fixed(1, "check", 0).nextLong());
      System.out.println(Init.normal(1).explain(SHAPE).drawn().mean());
    }
  }

  /** A network's output for a batch of data, a shuffled stream: each from this seed. */
  private static String draws(long seed) {
    var net = Mlp.deep(Activation.TANH, 8, 2).onPlainJava().init(Init.heNormal(), seed);
    double output = net.forward(Data.normal(4, 8, seed)).output().get(3, 7);
    double moons = Data.xor(5, seed).x().get(4, 1);
    return output + " " + moons + " " + RandomStreams.of(seed, "batches", 0).nextLong();
  }

  /** The mean of what an explanation draws with this seed. */
  private static double explained(long seed) {
    var weights = Init.normal(1).draw(SHAPE, RandomStreams.of(seed, "explain", 0));
    return Moments.of(weights).mean();
  }

  @Test
  void seedOneAtBaseAThousandIsSeedAThousandAndOne() throws Exception {
    assertThat(BaseSeed.get()).as("this Java runs without a base seed").isZero();
    List<String> other = run("-Dinitlab.seed=1000");
    assertThat(other)
        .containsExactly(
            draws(1001), "" + RandomStreams.fixed(1, "check", 0).nextLong(), "" + explained(1001));
    assertThat(Init.normal(1).explain(SHAPE).drawn().mean()).isEqualTo(explained(1));
    assertThat(other.get(0)).isNotEqualTo(draws(1));
  }

  @Test
  void aBaseSeedIsAWholeNumber() throws Exception {
    assertThat(String.join("\n", run("-Dinitlab.seed=half")))
        .contains(
            "the property initlab.seed is \"half\"; it must be a whole number. Start Java with");
  }

  private static List<String> run(String setting) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var command =
        new ArrayList<>(List.of(java, "-Xmx200m", setting, "-cp", classes, Other.class.getName()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return lines.lines().toList();
  }
}
