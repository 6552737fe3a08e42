package initlab.nn;

import initlab.init.Init;
import initlab.init.Initializer;
import java.util.Locale;
import java.util.Optional;

/** What a parameter is for. Weights are drawn by a rule; all else has a usual start. */
public enum Role {
  /** A matrix between inputs and outputs. */
  WEIGHT,
  /** A matrix from one step in time to the next. */
  RECURRENT,
  /** A table with a row for each word. */
  EMBEDDING,
  /** What is added to each output; starts at 0. */
  BIAS,
  /** What a normalized channel is multiplied by; starts at 1. */
  SCALE,
  /** What is added to a normalized channel; starts at 0. */
  SHIFT,
  /** What a layer remembers of the batches that passed, such as their mean; starts at 0. */
  STATISTIC;

  /** What it starts with where no rule names it; empty for what a rule has to draw. */
  public Optional<Initializer> usual() {
    return switch (this) {
      case WEIGHT, RECURRENT, EMBEDDING -> Optional.empty();
      case BIAS, SHIFT, STATISTIC -> Optional.of(Init.zeros());
      case SCALE -> Optional.of(Init.ones());
    };
  }

  /** Whether a rule has to draw it: weights, recurrent weights and embeddings. */
  public boolean drawn() {
    return usual().isEmpty();
  }

  /** Whether training follows its gradient: all but statistics. */
  public boolean learned() {
    return this != STATISTIC;
  }

  /** In small letters: "recurrent". */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
