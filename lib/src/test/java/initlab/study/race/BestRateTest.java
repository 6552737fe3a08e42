package initlab.study.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.nn.Plan;
import initlab.nn.layer.Mlp;
import initlab.train.Histories;
import initlab.train.History;
import initlab.train.Training;
import initlab.train.data.Data;
import initlab.train.data.Dataset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What decides between rates, one criterion at a time, each against a lure of the next. */
class BestRateTest {
  private static final Plan LINE = Mlp.of(Activation.LINEAR, 2, 1).onPlainJava();
  private static final Dataset TEACHER = Data.linearTeacher(40, 2, 1, 1);

  private static History run(double rate, int steps, double until) {
    return Training.of(LINE, TEACHER)
        .sgd(rate)
        .steps(steps)
        .until(until)
        .from(Init.xavierNormal(), 1);
  }

  private static Entry entry(double rate, History... runs) {
    return new Entry(rate, new Histories("He", List.of(runs)));
  }

  private static double best(Entry... entries) {
    return BestRate.of(List.of(entries), "He").rate();
  }

  /** The slow run goes on to a smaller loss; the fast one reaches the aim first. */
  @Test
  void theFewestStepsComeBeforeTheLowestLoss() {
    History slow = run(0.02, 4000, 1e-8);
    History fast = run(0.2, 4000, 1e-3);
    assertThat(slow.finalLoss()).isLessThan(fast.finalLoss());
    assertThat(slow.ending().step()).isGreaterThan(fast.ending().step());
    assertThat(best(entry(1, slow), entry(2, fast))).isEqualTo(2);
    assertThat(best(entry(2, fast), entry(1, slow))).isEqualTo(2);
    // the median decides, not the luckiest seed
    History middling = run(0.1, 4000, 1e-8);
    assertThat(middling.ending().step()).isBetween(fast.ending().step() + 1, slow.ending().step());
    assertThat(best(entry(1, fast, slow, slow), entry(2, middling, middling, middling)))
        .isEqualTo(2);
    // one of three that does not arrive leaves the median, two do not
    History never = run(1e-9, 3, 1e-8);
    assertThat(best(entry(1, slow), entry(2, fast, fast, never))).isEqualTo(2);
    assertThat(best(entry(1, slow), entry(2, fast, never, never))).isEqualTo(1);
  }

  @Test
  void withoutAnAimTheLowestLossWinsAndThenTheSmallestRate() {
    History far = run(1e-4, 5, 0);
    History near = run(0.1, 5, 0);
    assertThat(near.finalLoss()).isLessThan(far.finalLoss());
    assertThat(best(entry(1, far), entry(2, near))).isEqualTo(2);
    assertThat(best(entry(3, near), entry(2, near), entry(7, near))).isEqualTo(2);
    History middling = run(0.01, 5, 0); // the median decides, not the luckiest seed
    assertThat(middling.finalLoss()).isBetween(near.finalLoss(), far.finalLoss());
    assertThat(best(entry(1, near, far, far), entry(2, middling, middling, middling))).isEqualTo(2);
    History lost = run(1e6, 300, 0);
    assertThat(lost.diverged()).isTrue();
    assertThat(best(entry(1, lost), entry(2, far))).isEqualTo(2);
  }

  /** Equal medians: the rate whose unlucky seeds do better wins. */
  @Test
  void ofEqualMediansTheSurerRateWins() {
    History near = run(0.1, 5, 0);
    History middling = run(0.01, 5, 0);
    History far = run(1e-4, 5, 0);
    Entry risky = entry(1, near, near, near, far);
    assertThat(best(risky, entry(2, near, near, near, middling))).isEqualTo(2);
    History lost = run(1e6, 300, 0); // worse than any that ended
    assertThat(best(entry(1, near, near, near, lost), entry(2, near, near, near, far)))
        .isEqualTo(2);
  }

  @Test
  void onlyTheEntriesOfTheStartAreLookedAt() {
    History near = run(0.1, 5, 0);
    Entry other = new Entry(0.1, new Histories("zeros", List.of(near)));
    assertThat(BestRate.of(List.of(other, entry(5, near)), "He").rate()).isEqualTo(5);
    assertThat(Entry.names(List.of(other, entry(5, near), entry(6, near))))
        .containsExactly("zeros", "He");
    assertThat(Entry.accuracy(List.of(other))).isEmpty(); // no classes
    assertThat(other.loss().median()).isEqualTo(near.finalLoss());
    assertThatThrownBy(() -> BestRate.of(List.of(other), "He"))
        .hasMessageContaining("the name of a start is He; it must be one of [zeros]");
  }
}
