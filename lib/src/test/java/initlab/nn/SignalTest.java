package initlab.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import initlab.init.WeightShape;
import org.junit.jupiter.api.Test;

class SignalTest {

  @Test
  void placesTimesChannelsAreItsNumbers() {
    Signal image = Signal.image(5, 7, 3);
    assertThat(image.height()).isEqualTo(5);
    assertThat(image.width()).isEqualTo(7);
    assertThat(image.places()).isEqualTo(35);
    assertThat(image.size()).isEqualTo(105);
    assertThat(image.channels(2)).isEqualTo(new Signal(5, 7, 2));
    assertThat(Signal.tokens(9, 4)).isEqualTo(new Signal(1, 9, 4));
    assertThat(Signal.vector(6)).isEqualTo(new Signal(1, 1, 6));
    assertThat(Signal.vector(6).places()).isEqualTo(1);
    assertThat(Signal.volume(2, 5, 7, 3).places()).isEqualTo(70);
    assertThat(Signal.volume(2, 5, 7, 3).channels(4)).isEqualTo(new Signal(2, 5, 7, 4));
    assertThat(Signal.volume(1, 5, 7, 3)).isEqualTo(image);
  }

  @Test
  void itSaysItsShape() {
    assertThat(Signal.vector(256)).hasToString("256");
    assertThat(Signal.tokens(16, 32)).hasToString("16 x 32");
    assertThat(Signal.image(28, 1, 3)).hasToString("28 x 1 x 3");
    assertThat(Signal.image(1, 28, 3)).hasToString("28 x 3");
    assertThat(Signal.image(5, 7, 3)).hasToString("5 x 7 x 3");
    assertThat(Signal.volume(2, 5, 7, 3)).hasToString("2 x 5 x 7 x 3");
    assertThat(Signal.volume(2, 1, 7, 3)).hasToString("2 x 1 x 7 x 3");
  }

  @Test
  void whatNoMatrixCouldHoldIsRefused() {
    assertThat(new Signal(1, 1, Integer.MAX_VALUE).size()).isEqualTo(Integer.MAX_VALUE);
    refused(() -> new Signal(1 << 16, 1 << 15, 1), "numbers of one sample is 2147483648; it must");
    refused(() -> new Signal(1 << 11, 1 << 11, 1 << 11), "numbers of one sample is 8589934592;");
    refused(() -> new Signal(0, 1, 1), "the height of a signal is 0");
    refused(() -> Signal.tokens(0, 3), "the width of a signal is 0");
    refused(() -> Signal.vector(0), "the channels of a signal is 0");
  }

  @Test
  void slotsHaveNamesThatMakePaths() {
    for (String bad : new String[] {"", "1a", "a.b", "a*", "a b", "_a"}) {
      refused(() -> Slot.vector(bad, 3, Role.BIAS), "the name of a slot is \"" + bad + "\"");
    }
    assertThat(Slot.vector("b_2", 3, Role.SHIFT).shape()).isEqualTo(WeightShape.dense(1, 3));
    Slot slot = Slot.weight("W", WeightShape.dense(2, 3)).tied("a");
    assertThat(slot).isEqualTo(new Slot("W", WeightShape.dense(2, 3), Role.WEIGHT, "a"));
    assertThat(Slot.weight("W", WeightShape.dense(2, 3)).tie()).isEmpty();
    assertThat(Slot.of("U", WeightShape.recurrent(3), Role.RECURRENT).role())
        .isEqualTo(Role.RECURRENT);
  }

  @Test
  void everyRoleHasItsUsualStart() {
    WeightShape shape = WeightShape.dense(1, 3);
    for (Role role : Role.values()) {
      boolean weights = role == Role.WEIGHT || role == Role.RECURRENT || role == Role.EMBEDDING;
      assertThat(role.drawn()).isEqualTo(weights);
      assertThat(role.usual().flatMap(rule -> rule.law(shape)).map(law -> law.mean()))
          .isEqualTo(
              weights
                  ? java.util.Optional.empty()
                  : java.util.Optional.of(role == Role.SCALE ? 1.0 : 0.0));
    }
    assertThat(Role.RECURRENT).hasToString("recurrent");
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable work, String words) {
    assertThatIllegalArgumentException().isThrownBy(work).withMessageContaining(words);
  }
}
