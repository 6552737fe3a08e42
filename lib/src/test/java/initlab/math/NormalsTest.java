package initlab.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.L64X128Mix;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler.NormalizedGaussian;
import org.junit.jupiter.api.Test;

class NormalsTest {
  private static final double STD = 0.3;

  /**
   * Eight million numbers, and where they leave the generator, exactly. Of these some 94,000 come
   * from the edges of layers, 2,200 of them from beyond the last.
   */
  @Test
  void areTheSamplersToTheLastBit() {
    double[] out = new double[100_000];
    for (int seed = 0; seed < 80; seed++) {
      long[] state = state(seed);
      UniformRandomProvider plain = new L64X128Mix(state);
      UniformRandomProvider stream = new NormalStream(state);
      Normals.fill(STD, stream, out, out.length);
      assertThat(out).isEqualTo(drawn(plain, out.length));
      assertThat(stream.nextLong()).isEqualTo(plain.nextLong());
    }
  }

  /** Other draws before, between and after, as a rule makes them that needs more than normals. */
  @Test
  void mayBeMixedWithOtherDraws() {
    UniformRandomProvider plain = new L64X128Mix(state(7));
    UniformRandomProvider stream = new NormalStream(state(7));
    double[] out = new double[50];
    for (int n = 0; n <= out.length; n++) {
      assertThat(stream.nextInt()).isEqualTo(plain.nextInt());
      Normals.fill(STD, stream, out, n);
      assertThat(Arrays.copyOf(out, n)).isEqualTo(drawn(plain, n));
      assertThat(stream.nextBoolean()).isEqualTo(plain.nextBoolean());
      assertThat(stream.nextDouble()).isEqualTo(plain.nextDouble());
      assertThat(stream.nextInt(10)).isEqualTo(plain.nextInt(10));
    }
  }

  @Test
  void leavesTheRestAlone() {
    double[] out = {5, 5, 5};
    Normals.fill(STD, RandomStreams.layer(1, 0), out, 2);
    assertThat(out[2]).isEqualTo(5);
    assertThat(out).doesNotHaveDuplicates();
  }

  @Test
  void anyGeneratorWillDo() {
    double[] out = new double[1000];
    Normals.fill(STD, new XoShiRo256PlusPlus(1, 2, 3, 9), out, out.length);
    assertThat(out).isEqualTo(drawn(new XoShiRo256PlusPlus(1, 2, 3, 9), out.length));
  }

  @Test
  void streamsOfANameDrawTheFastWay() {
    assertThat(RandomStreams.layer(1, 0)).isInstanceOf(NormalStream.class);
  }

  private static long[] state(long seed) {
    UniformRandomProvider rng = new SplitMix64(seed);
    return new long[] {rng.nextLong(), rng.nextLong(), rng.nextLong(), rng.nextLong()};
  }

  private static double[] drawn(UniformRandomProvider rng, int n) {
    NormalizedGaussian normal = NormalizedGaussian.of(rng);
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      out[i] = STD * normal.sample();
    }
    return out;
  }
}
