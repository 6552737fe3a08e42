package initlab.view.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TicksTest {
  private static List<String> words(List<Tick> ticks) {
    return ticks.stream().map(Tick::line).toList();
  }

  private static List<Double> places(List<Tick> ticks) {
    return ticks.stream().map(Tick::at).toList();
  }

  @Test
  void roundNumbersAreOneTwoOrFiveApart() {
    assertThat(Ticks.between(0, 10, 10)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    assertThat(Ticks.between(0, 10, 9)).containsExactly(0, 2, 4, 6, 8, 10);
    assertThat(Ticks.between(0, 10, 4)).containsExactly(0, 5, 10);
    assertThat(Ticks.between(0, 10, 1)).containsExactly(0, 10);
    assertThat(Ticks.between(-0.9, 1.1, 4)).containsExactly(-0.5, 0, 0.5, 1);
    assertThat(Ticks.between(3.2, 3.9, 1)).isEmpty();
  }

  @Test
  void endsThatAreTicksButForRoundingAreThere() {
    assertThat(Ticks.between(0.1 + 0.2, 0.7, 4)).hasSize(5);
    assertThat(Ticks.between(0, 3 * 0.1, 3)).hasSize(4);
  }

  @Test
  void whatRoundingLosesHasOneTick() {
    assertThat(Ticks.between(1, Math.nextUp(1.0), 5)).containsExactly(1);
    assertThat(Ticks.between(2, 2, 5)).containsExactly(2);
    assertThat(Ticks.between(1e12, 1e12 + 4, 4)).hasSize(5);
    assertThat(Ticks.between(0, Double.MIN_VALUE, 5)).isNotEmpty();
    assertThat(Ticks.between(-1e308, 1e308, 5)).isNotEmpty();
  }

  @Test
  void theLastStepAlwaysHasATickAndNoneStandsOnAnother() {
    assertThat(places(Ticks.counted(0, 350, 4))).containsExactly(0.0, 100.0, 200.0, 350.0);
    assertThat(places(Ticks.counted(0, 1000, 8)))
        .containsExactly(0.0, 200.0, 400.0, 600.0, 800.0, 1000.0);
    assertThat(places(Ticks.counted(1, 50, 5))).containsExactly(1.0, 10.0, 20.0, 30.0, 40.0, 50.0);
    assertThat(places(Ticks.counted(0, 2, 10))).containsExactly(0.0, 1.0, 2.0);
    assertThat(places(Ticks.withEnds(0, 0.7, 4))).containsExactly(0.0, 0.2, 0.4, 0.7);
  }

  @Test
  void oneAxisHasOneStyleOfNumbers() {
    assertThat(words(Ticks.decades(-3, 3, 10)))
        .containsExactly("0.001", "0.01", "0.1", "1", "10", "100", "1000");
    assertThat(words(Ticks.decades(-4, 1, 10)))
        .containsExactly("10⁻⁴", "10⁻³", "10⁻²", "10⁻¹", "10⁰", "10¹");
    assertThat(words(Ticks.decades(-20.5, 15, 4))).containsExactly("10⁻²⁰", "10⁻¹⁰", "10⁰", "10¹⁰");
    assertThat(words(Ticks.round(0, 1e-3, 5)))
        .containsExactly("0", "2e-4", "4e-4", "6e-4", "8e-4", "1e-3");
    assertThat(words(Ticks.round(0, 4, 4))).containsExactly("0", "1", "2", "3", "4");
    assertThat(words(Ticks.round(-1e-9, 1e-9, 2))).containsExactly("-1e-9", "0", "1e-9");
  }

  @Test
  void decadesStandAtTheirExponents() {
    assertThat(places(Ticks.decades(-2.04, 0.04, 2))).containsExactly(-2.0, 0.0);
    assertThat(places(Ticks.decades(-2.04, 0.04, 6))).containsExactly(-2.0, -1.0, 0.0);
    assertThat(places(Ticks.decades(0, 80, 5))).containsExactly(0.0, 20.0, 40.0, 60.0, 80.0);
  }

  @Test
  void neighboursOfLargeNumbersDiffer() {
    assertThat(words(Ticks.round(1e7, 1e7 + 4, 4))).doesNotHaveDuplicates().hasSize(5);
  }
}
