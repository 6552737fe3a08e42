package initlab.nn.lsuv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import initlab.nn.lsuv.LsuvTrace.Attempt;
import initlab.nn.lsuv.LsuvTrace.Attempt.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A trace written by hand, and what is read from it. */
class LsuvTraceTest {
  private static final LsuvTrace TRACE =
      new LsuvTrace(
          List.of(
              new Attempt("1", 0, 0.5, 4, 0.5, Verdict.RESCALED),
              new Attempt("1", 1, 0.25, 1.44, 0.8, Verdict.RESCALED),
              new Attempt("1", 2, -0.2, 1, 1, Verdict.ACCEPTED),
              new Attempt("2.dense", 0, 0, 1.0201, 1, Verdict.ACCEPTED),
              new Attempt("2.dense2", 0, 3, 1e-8, 1e4, Verdict.RESCALED),
              new Attempt("2.dense2", 1, 3, 9, 1, Verdict.GIVEN_UP),
              new Attempt("12", 0, 0, 1, 1, Verdict.ACCEPTED)));

  @Test
  void everyColumnOfTheTableIsThere() {
    assertThat(TRACE.toString().lines())
        .containsExactly(
            "layer     attempt        mean         std       scale",
            "       1        0      0.5000       2.000      0.5000  rescaled",
            "       1        1      0.2500       1.200      0.8000  rescaled",
            "       1        2     -0.2000       1.000       1.000  accepted",
            " 2.dense        0           0       1.010       1.000  accepted",
            "2.dense2        0       3.000    1.000e-4       10000  rescaled",
            "2.dense2        1       3.000       3.000       1.000  given up",
            "      12        0           0       1.000       1.000  accepted");
    assertThat(TRACE.attempts().get(0))
        .hasToString("    1        0      0.5000       2.000      0.5000  rescaled");
    assertThat(new LsuvTrace(List.of()))
        .hasToString("layer  attempt        mean         std       scale");
  }

  @Test
  void layersAreFoundByNumberAndByPath() {
    assertThat(TRACE.layer(1)).hasSize(3).isEqualTo(TRACE.layer("1"));
    assertThat(TRACE.layer(2)).hasSize(3).first().isEqualTo(TRACE.layer("2.dense").get(0));
    assertThat(TRACE.layer("2.dense2")).hasSize(2);
    assertThat(TRACE.layer(12)).hasSize(1);
    assertThat(TRACE.layer(3)).isEmpty();
    assertThat(TRACE.attempts().get(5).layer()).isEqualTo(2);
    assertThat(TRACE.attempts().get(1).std()).isCloseTo(1.2, within(1e-15));
  }

  @Test
  void scalesAreProductsAndRescalingsAreCounted() {
    assertThat(TRACE.scale(1)).isCloseTo(0.4, within(1e-15));
    assertThat(TRACE.scale("2.dense2")).isEqualTo(1e4);
    assertThat(TRACE.scale(12)).isEqualTo(1);
    assertThat(TRACE.rescalings(1)).isEqualTo(2);
    assertThat(TRACE.rescalings(2)).isEqualTo(1);
    assertThat(TRACE.rescalings()).containsExactly(2, 1, 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TRACE.scale(2))
        .withMessageStartingWith("the layer is 2; it must be one of [2.dense, 2.dense2].");
  }

  @Test
  void oneLayerGivenUpIsNotConverged() {
    assertThat(TRACE.converged()).isFalse();
    assertThat(new LsuvTrace(TRACE.layer(1)).converged()).isTrue();
    List<Attempt> mine = new ArrayList<>(TRACE.layer(1));
    LsuvTrace copied = new LsuvTrace(mine);
    mine.clear();
    assertThat(copied.attempts()).hasSize(3);
  }
}
