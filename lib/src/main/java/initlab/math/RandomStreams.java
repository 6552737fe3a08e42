package initlab.math;

import initlab.base.Args;
import initlab.base.BaseSeed;
import java.nio.charset.StandardCharsets;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Independent random streams split from one seed.
 *
 * <p>A stream is named by (seed, purpose, index): layer 3 draws the same numbers whether the net
 * has 5 layers or 500, and whatever thread draws them. The generator is LXM L64X128Mix (Steele and
 * Vigna, 2021). All of its state, the first number it gives and the sequence it follows, comes from
 * the whole name: its first number shows its state, so a state shared between layers would give all
 * of them one first weight.
 *
 * <p>{@link BaseSeed} is added to every seed, but for the {@link #fixed} streams.
 */
public final class RandomStreams {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private RandomStreams() {}

  /** The stream for the weights of one layer, counted from 0. */
  public static UniformRandomProvider layer(long seed, int layer) {
    return of(seed, "layer", layer);
  }

  /** The stream for input data. */
  public static UniformRandomProvider data(long seed) {
    return of(seed, "data", 0);
  }

  /**
   * The stream of this name and index.
   *
   * @throws IllegalArgumentException if the purpose is null, or the base seed no whole number
   */
  public static UniformRandomProvider of(long seed, String purpose, int index) {
    return fixed(seed + BaseSeed.get(), purpose, index);
  }

  /**
   * The stream of this name and index whatever the base seed: for theory that is sampled and for
   * checks of a reader's answer, whose verdict must not change with it.
   *
   * @throws IllegalArgumentException if the purpose is null
   */
  public static UniformRandomProvider fixed(long seed, String purpose, int index) {
    Args.given(purpose, "the purpose", "Name the stream, as \"layer\".");
    long key = mix(mix(seed ^ hash(purpose)) + index);
    long[] state = new long[4];
    for (int i = 0; i < state.length; i++) {
      state[i] = mix(key + i * GOLDEN);
    }
    return new NormalStream(state);
  }

  /** FNV-1a over UTF-8, so that the same name gives the same stream on every JDK. */
  private static long hash(String text) {
    long h = 0xcbf29ce484222325L;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      h = (h ^ (b & 0xff)) * 0x100000001b3L;
    }
    return h;
  }

  /** The finalizer of SplitMix64: a bijection that spreads neighbouring seeds apart. */
  private static long mix(long z) {
    z += GOLDEN;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
