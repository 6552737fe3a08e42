package initlab.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.L64X128Mix;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {
  private static final int STREAMS = 20_000;
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  @Test
  void aStreamHasItsNumbersForGood() {
    assertThat(RandomStreams.layer(1, 0).nextLong())
        .isEqualTo(RandomStreams.of(1, "layer", 0).nextLong());
    assertThat(RandomStreams.data(1).nextLong())
        .isEqualTo(RandomStreams.of(1, "data", 0).nextLong());
  }

  /**
   * FNV-1a of the name, SplitMix64's finalizer of seed, name and index, and four numbers of it as
   * the state, worked out with whole numbers of any size: the same on every Java, and for good.
   */
  @Test
  void aStreamIsItsNameWorkedOut() {
    for (String purpose : new String[] {"layer", "data", "Schicht \u00FC"}) {
      for (int index : new int[] {0, 3, -1, 1 << 20}) {
        long key = mix(mix(-5 ^ hash(purpose)) + index);
        long[] state = new long[4];
        Arrays.setAll(state, i -> mix(key + i * GOLDEN));
        assertThat(RandomStreams.fixed(-5, purpose, index).nextLong())
            .isEqualTo(new L64X128Mix(state).nextLong());
      }
    }
  }

  private static long hash(String text) {
    BigInteger h = new BigInteger("14695981039346656037");
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      h = h.xor(BigInteger.valueOf(b & 0xff)).multiply(BigInteger.valueOf(1099511628211L));
      h = h.mod(BigInteger.TWO.pow(64));
    }
    return h.longValue();
  }

  /** SplitMix64 of Commons RNG: its first number is the finalizer of the seed and one step. */
  private static long mix(long z) {
    return new SplitMix64(z).nextLong();
  }

  @Test
  void noTwoStreamsBeginAlike() {
    Set<Long> firsts = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      firsts.add(RandomStreams.layer(1, i).nextLong());
      firsts.add(RandomStreams.layer(i + 2L, 0).nextLong());
      firsts.add(RandomStreams.of(1, "purpose " + i, 0).nextLong());
      firsts.add(RandomStreams.of(-1L - i, "layer", 1).nextLong());
    }
    assertThat(firsts).hasSize(4000);
  }

  /**
   * The k-th numbers of 20,000 neighbouring streams: mean 1/2 and no correlation from one stream to
   * the next, within 5 standard errors (false alarm 6e-7 each, 24 of them). Streams that share a
   * part of their state have one first number: a correlation of 1 where 0.035 is let pass.
   */
  @Test
  void neighboursAreIndependentFromTheFirstNumberOn() {
    independent(i -> RandomStreams.layer(1, i));
    independent(i -> RandomStreams.layer(i, 1));
    independent(i -> RandomStreams.of(1, "layer " + i, 0));
  }

  private static void independent(IntFunction<UniformRandomProvider> streams) {
    double[][] u = new double[STREAMS][4];
    for (int i = 0; i < STREAMS; i++) {
      UniformRandomProvider rng = streams.apply(i);
      for (int k = 0; k < 4; k++) {
        u[i][k] = rng.nextDouble() - 0.5;
      }
    }
    for (int k = 0; k < 4; k++) {
      double sum = 0;
      double products = 0;
      for (int i = 1; i < STREAMS; i++) {
        sum += u[i][k];
        products += 12 * u[i][k] * u[i - 1][k];
      }
      assertThat(sum / STREAMS).isCloseTo(0, within(5 / Math.sqrt(12.0 * STREAMS)));
      assertThat(products / STREAMS).isCloseTo(0, within(5 / Math.sqrt(STREAMS)));
    }
  }

  @Test
  void aStreamHasAName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RandomStreams.of(1, null, 0))
        .withMessageStartingWith("the purpose is null");
  }
}
