package initlab.study.race;

import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import initlab.init.Init;
import initlab.nn.layer.Mlp;
import initlab.train.Training;
import initlab.train.data.Data;
import org.junit.jupiter.api.Test;

class RacesTest {
  private static final Race.Result NARROW = race(4);
  private static final Race.Result WIDE = race(8);

  private static Race.Result race(int width) {
    return Race.of(
            seed ->
                Training.of(Mlp.of(TANH, 2, width, 1), Data.xor(40, seed))
                    .sgd(0.1)
                    .steps(4)
                    .every(2))
        .rates(0.1, 0.3)
        .seeds(2)
        .compare(Init.xavierNormal())
        .run();
  }

  @Test
  void eachNetAndStartKeepsItsNumbersUnderBothNames() {
    Races both = Races.of("narrow", NARROW).and("wide", WIDE).mark("guessing", Math.log(2));
    assertThat(both.median("wide, Xavier", "loss")).isEqualTo(WIDE.median("Xavier", "loss"));
    assertThat(both.bestRate("narrow, Xavier")).isEqualTo(NARROW.bestRate("Xavier"));
    String words = both.plotAbove("loss", 0.25).text();
    assertThat(words).contains("above the least of 0.25").contains("narrow, Xavier, rate");
    assertThat(words).contains("guessing 0.44");
  }

  @Test
  void aNetIsNamedOnceAndAStartIsKnown() {
    Races one = Races.of("narrow", NARROW);
    assertThatIllegalArgumentException().isThrownBy(() -> one.and("narrow", WIDE));
    assertThatIllegalArgumentException().isThrownBy(() -> one.best("wide, Xavier"));
    assertThatIllegalArgumentException().isThrownBy(() -> one.mark(" ", 1));
  }
}
