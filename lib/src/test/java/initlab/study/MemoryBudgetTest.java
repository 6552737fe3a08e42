package initlab.study;

import static initlab.init.Activation.RELU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.Stopped;
import initlab.base.Machine;
import initlab.init.Init;
import initlab.nn.Pass;
import initlab.nn.layer.Mlp;
import initlab.nn.lsuv.Lsuv;
import initlab.study.probe.Inputs;
import initlab.train.data.Data;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {
  private static final Study DEEP =
      Study.of(Mlp.deep(RELU, 128, 200).onPlainJava()).compare(Init.heNormal());

  private static MemoryBudget budget(Study study, double free) {
    return MemoryBudget.of(study, Pass.Keep.LEAST, wanted -> free);
  }

  /** 200 x 128 x 128 weights of 8 bytes, twice for the regions: 52 MB; signals 14 MB. */
  @Test
  void aStudyFitsItselfIntoWhatIsFree() {
    int cores = Machine.processors();
    assertThat(budget(DEEP, 8e9 * cores)).isEqualTo(new MemoryBudget(cores, false));
    assertThat(budget(DEEP, 30e6).redrawing()).isTrue();
    assertThat(budget(DEEP, 60e6).threads()).isEqualTo(Math.min(cores, 2));
    assertThat(budget(DEEP, 26e6)).isEqualTo(new MemoryBudget(1, true));
    assertThat(budget(DEEP, 116e6)).isEqualTo(new MemoryBudget(1, false));
    assertThatThrownBy(() -> budget(DEEP, 20e6))
        .hasMessageMatching(
            "the memory for one of these networks is 0.015\\d GB; it must be at most 0.0120 GB here."
                + " Take fewer layers, a narrower net or a smaller batch.");
    Study lsuv = DEEP.and(Lsuv.on(Data.normal(64, 128, 1)));
    assertThatThrownBy(() -> budget(lsuv, 30e6))
        .hasMessageContaining("one of these networks is 0.067");
  }

  /** A pass holds one matrix whatever it draws again, and a copy: 2 x 8 x 20000^2 bytes. */
  @Test
  void aNetTooWideIsRefusedBeforeAnythingIsFilled() {
    Study wide = Study.of(Mlp.deep(RELU, 20000, 2)).batch(4).compare(Init.heNormal());
    assertThatThrownBy(() -> budget(wide, 10e9)).hasMessageContaining("is 6.47 GB");
    assertThatThrownBy(() -> Study.of(Mlp.deep(RELU, 40000, 2)).compare(Init.zeros()).measure())
        .hasMessageContaining("one of these networks is 25.7 GB");
  }

  @Test
  void itAsksForWhatItWantsSoThatOnlyThenGarbageIsCollected() {
    List<Double> asked = new ArrayList<>();
    Study small = Study.of(Mlp.deep(RELU, 16, 2)).compare(Init.heNormal());
    MemoryBudget.of(
        small,
        Pass.Keep.LEAST,
        wanted -> {
          asked.add(wanted);
          return 1e9;
        });
    // 16 x 16 weights of 8 bytes, twice for the regions; in hand: those and a copy
    double inHand = 2 * 2 * 8 * 256;
    assertThat(asked.get(0)).isCloseTo(inHand / 0.6, Loops.EXACT);
    double perNet = asked.get(1) * 0.6 / Machine.processors();
    double signals = (perNet - inHand - 2 * 2 * 8 * 256) / (8 * 1.1 * 64);
    assertThat(signals).isBetween(2.0 * 16, 8.0 * 16); // z of both layers, and what passes by
    assertThat(asked).hasSize(2);
  }

  /** A layer may refuse the one sample that is tried; an interrupt is no such refusal. */
  @Test
  void anInterruptEndsTheTrial() {
    Stopped.atOnce(() -> budget(DEEP, 1e9));
  }

  /** Gradients of weights want their layers' inputs too. */
  @Test
  void moreIsHeldWhereWeightsHaveGradients() {
    Study study = DEEP.and(Lsuv.on(Data.normal(64, 128, 1)));
    assertThatThrownBy(() -> MemoryBudget.of(study, Pass.Keep.FOR_WEIGHTS, wanted -> 30e6))
        .hasMessageMatching(".*is 0.0[78]\\d+ GB.*");
  }

  @Test
  void memoryThatRunsOutInAStudyIsASentence() {
    Inputs greedy =
        (samples, features, seed) -> {
          throw new OutOfMemoryError("Java heap space");
        };
    Study study = Study.of(Mlp.deep(RELU, 8, 2)).on(greedy).seeds(2).compare(Init.heNormal());
    assertThatThrownBy(study::measure)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("The memory ran out in a study of ReLU net, 2 layers, 8 -> 8, batch")
        .hasMessageContaining("Take fewer layers, a narrower net or a smaller batch.");
    assertThatThrownBy(() -> Data.normal(100_000, 100_000, 1))
        .hasMessageContaining("the size of a batch is 100000 x 100000");
    assertThatThrownBy(() -> study.on((DMatrixRMaj) null))
        .hasMessageContaining("the batch is null");
  }
}
