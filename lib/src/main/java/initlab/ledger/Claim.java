package initlab.ledger;

import initlab.base.Args;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A sentence that texts say about initialization, and how it is judged: a measurement, and verdicts
 * of which the first whose condition the evidence meets is given. Where it meets none, the claim is
 * not settled, and no verdict is printed against what was measured.
 *
 * <pre>{@code
 * Claim.of("C45", "N(0, 1), five linear layers of 100: variance 1e10 at the end", Source.SERIES)
 *     .tried("100 wide, 5 layers, 30 seeds")
 *     .measured(() -> Evidence.of("E a^2 of layer 5", five.interval("std 1")))
 *     .holds(seen -> seen.at("E a^2 of layer 5") > 0.5e10)
 *     .fails("it is smaller", seen -> seen.at("E a^2 of layer 5") < 0.1e10)
 * }</pre>
 */
public final class Claim {
  private final String id;
  private final String sentence;
  private final List<Source> sources;
  private final String range;
  private final Supplier<Evidence> measurement;
  private final List<Ending> endings;

  /** A verdict, what it puts right, and the evidence that it needs. */
  private record Ending(Verdict verdict, String right, Predicate<Evidence> needs) {}

  private Claim(
      String id,
      String sentence,
      List<Source> sources,
      String range,
      Supplier<Evidence> measurement,
      List<Ending> endings) {
    this.id = id;
    this.sentence = sentence;
    this.sources = List.copyOf(sources);
    this.range = range;
    this.measurement = measurement;
    this.endings = List.copyOf(endings);
  }

  /**
   * A claim that nothing was measured for yet.
   *
   * @param id the row of the course's list: C01 ... C80, T01 ... T12, U01 ... U16
   * @param sentence the claim in our own words
   * @param sources the texts that say it, at least one
   */
  static Claim of(String id, String sentence, Source... sources) {
    Args.atLeast(1, sources.length, "the number of sources of " + id, "Say who says it.");
    Supplier<Evidence> none =
        () -> {
          throw new IllegalStateException("Nothing is measured for " + id + ".");
        };
    return new Claim(id, sentence, List.of(sources), "", none, List.of());
  }

  /** The same with what it was tried on: widths, depths, rates, data, seeds. */
  Claim tried(String on) {
    return new Claim(id, sentence, sources, on, measurement, endings);
  }

  /** The same with what measures it, in well under a second. */
  Claim measured(Supplier<Evidence> by) {
    return new Claim(id, sentence, sources, range, by, endings);
  }

  /** It holds where the evidence meets this. */
  Claim holds(Predicate<Evidence> where) {
    return ending(Verdict.HOLDS, "", where);
  }

  /** It holds with this to be added, where the evidence meets this. */
  Claim holds(String note, Predicate<Evidence> where) {
    return ending(Verdict.HOLDS, note, where);
  }

  /** It holds in these other words where the evidence meets this. */
  Claim restated(String words, Predicate<Evidence> where) {
    return ending(Verdict.RESTATED, words, where);
  }

  /** It fails, and this is right instead, where the evidence meets this. */
  Claim fails(String right, Predicate<Evidence> where) {
    return ending(Verdict.FAILS, right, where);
  }

  private Claim ending(Verdict verdict, String right, Predicate<Evidence> needs) {
    List<Ending> more = new ArrayList<>(endings);
    more.add(new Ending(verdict, right, needs));
    return new Claim(id, sentence, sources, range, measurement, more);
  }

  /** The row of the course's list. */
  public String id() {
    return id;
  }

  /** The claim in our own words. */
  public String sentence() {
    return sentence;
  }

  /** The texts that say it. */
  public List<Source> sources() {
    return sources;
  }

  /** What it was tried on. */
  public String range() {
    return range;
  }

  /** Measures and judges it. */
  public Judged judge() {
    return judge(measurement.get());
  }

  /** Judges it by this evidence. */
  Judged judge(Evidence evidence) {
    return endings.stream()
        .filter(ending -> ending.needs().test(evidence))
        .findFirst()
        .map(ending -> new Judged(this, evidence, ending.verdict(), ending.right()))
        .orElseGet(() -> new Judged(this, evidence, Verdict.UNSETTLED, unsettled()));
  }

  private String unsettled() {
    List<String> expected = endings.stream().map(ending -> ending.verdict().label()).toList();
    return "this run measures nothing that a verdict could rest on; known are " + expected;
  }

  @Override
  public String toString() {
    return id + ": " + sentence;
  }
}
