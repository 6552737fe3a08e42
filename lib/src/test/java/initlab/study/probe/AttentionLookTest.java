package initlab.study.probe;

import static initlab.init.Activation.GELU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import initlab.init.Init;
import initlab.nn.Plan;
import initlab.nn.Signal;
import initlab.nn.layer.Attention;
import initlab.nn.layer.FeedForward;
import initlab.nn.layer.Mlp;
import initlab.nn.layer.TransformerBlock;
import initlab.theory.AttentionShares;
import initlab.train.data.Data;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttentionLookTest {

  /** Zeros share alike; LeCun draws logits of variance 1, and the shares that theory has. */
  @Test
  void numbersAreThoseOfTheShares() {
    Plan plan =
        Plan.of(
            Signal.tokens(8, 96),
            TransformerBlock.preNorm(Attention.of(2), FeedForward.of(8, GELU)));
    List<AttentionLook> zero =
        AttentionLook.of(plan.init(Init.zeros(), 1), Data.normal(2, 8 * 96, 1));
    assertThat(zero).hasSize(1);
    assertThat(zero.get(0).path()).isEqualTo("1.attention");
    assertThat(zero.get(0).logitVariance()).isZero();
    assertThat(zero.get(0).entropy()).isCloseTo(Math.log(8), within(1e-12));
    assertThat(zero.get(0).largest()).isCloseTo(1 / 8.0, within(1e-12));
    AttentionLook drawn =
        AttentionLook.of(plan.init(Init.lecunNormal(), 1), Data.normal(20, 8 * 96, 1)).get(0);
    assertThat(drawn.logitVariance()).isCloseTo(1, within(0.3));
    assertThat(drawn.entropy()).isCloseTo(new AttentionShares(8, 1).entropy(), within(0.15));
    assertThat(drawn.toString()).startsWith("1.attention: logits of variance ");
  }

  @Test
  void aNetWithoutAttentionIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> AttentionLook.of(Mlp.deep(GELU, 4, 1).init(Init.ones(), 1), Data.normal(1, 4, 1)))
        .withMessageContaining("the number of attention layers is 0");
  }
}
