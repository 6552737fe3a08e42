package initlab.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Activation;
import initlab.init.Gain;
import initlab.init.Init;
import initlab.math.Interval;
import initlab.nn.layer.Mlp;
import initlab.study.Results;
import initlab.study.Study;
import initlab.study.probe.Measure;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveTest {
  private final Live live = new Live();

  private Map<String, Theory> begin(String activation, String... starts) {
    return live.begin(activation, 16, 10, 8, List.of(starts));
  }

  /** However the seeds come, the numbers are those of one study of all of them. */
  @Test
  void aGrownStudyIsTheWholeStudy() {
    Results whole =
        Study.of(Mlp.deep(Activation.TANH, 16, 10))
            .seeds(12)
            .batch(8)
            .compare(Init.xavierNormal(), Init.normal(0.3).named("0.3"))
            .measure();
    begin("tanh", "Xavier", "0.3");
    live.more(5);
    Seen seen = live.more(7);
    assertThat(seen.seeds()).isEqualTo(12);
    for (Seen.Curves curves : seen.curves()) {
      same(curves.forward(), whole, curves.name(), Measure.ACTIVATION);
      same(curves.backward(), whole, curves.name(), Measure.GRADIENT);
    }
    assertThat(seen.curves()).extracting(Seen.Curves::name).containsExactly("Xavier", "0.3");
  }

  private static void same(Seen.Side side, Results whole, String name, Measure measure) {
    var band = whole.of(name).band(measure);
    assertThat(side.median()).containsExactly(band.median());
    assertThat(side.low()).containsExactly(band.low());
    assertThat(side.high()).containsExactly(band.high());
    Interval end = whole.medianInterval(name, measure);
    assertThat(side.end()).containsExactly(end.low(), end.high());
  }

  @Test
  void theMediansIntervalWantsSixSeeds() {
    begin("ReLU", "He");
    assertThat(live.more(5).curves().get(0).forward().end()).isEmpty();
    assertThat(live.more(1).curves().get(0).forward().end()).hasSize(2);
  }

  /** A start that stays is not measured again, and its bands are over the new study's seeds. */
  @Test
  void whatStaysIsKept() {
    begin("ReLU", "He", "0.2");
    Seen first = live.more(8);
    live.more(4);
    begin("ReLU", "He", "0.3");
    Seen second = live.more(8);
    assertThat(second.seeds()).isEqualTo(8);
    assertThat(second.curves().get(0).forward().median())
        .containsExactly(first.curves().get(0).forward().median());
    assertThat(second.curves()).extracting(Seen.Curves::name).containsExactly("He", "0.3");
    live.begin("ReLU", 16, 10, 4, List.of("He"));
    assertThat(live.more(8).curves().get(0).forward().median())
        .isNotEqualTo(first.curves().get(0).forward().median());
  }

  @Test
  void theoryIsTheMedianWhereItIsKnown() {
    Map<String, Theory> theory = begin("ReLU", "He", "orthogonal(sqrt(2))", "identity");
    Theory he = theory.get("He");
    assertThat(he.kind()).isEqualTo(Theory.Kind.MEDIAN);
    assertThat(he.forward()).hasSize(11);
    // He's mean stays 1; the typical net falls by exp(-5 L / (2 n)) or less.
    assertThat(he.forward()[10]).isBetween(0.1, 0.7);
    assertThat(he.backward()[0]).isBetween(0.1, 0.7);
    assertThat(theory.get("orthogonal(sqrt(2))").kind()).isEqualTo(Theory.Kind.MEAN);
    Theory none = theory.get("identity");
    assertThat(none.kind()).isEqualTo(Theory.Kind.NONE);
    assertThat(none.forward()).isEmpty();
  }

  @Test
  void noiseUponAConstantMakesNeuronsDiffer() {
    assertThat(Live.different("constant(0.5)", 16)).isEqualTo(1);
    assertThat(Live.different("constant(0.5) + normal(0)", 16)).isEqualTo(1);
    assertThat(Live.different("constant(0.5) + normal(0.000001)", 16)).isEqualTo(16);
    begin("ReLU", "constant(1/fanIn)", "constant(1/fanIn) + normal(0)");
    List<Seen.Curves> curves = live.more(3).curves();
    assertThat(curves.get(1).forward().median()).containsExactly(curves.get(0).forward().median());
    refused(() -> begin("ReLU", "constant(1/fanIn) + normal(-1)"), "-1");
    refused(() -> begin("ReLU", "constant(x) + normal(1)"), "there is no x");
    refused(() -> begin("ReLU", "constant(1) + normal(1"), ") is missing");
  }

  /** LSUV brings the pre-activations of every layer to variance 1, to a tenth. */
  @Test
  void lsuvMeasures() {
    Theory theory = begin("linear", "LSUV").get("LSUV");
    assertThat(theory.kind()).isEqualTo(Theory.Kind.MEAN);
    double[] median = live.more(7).curves().get(0).forward().median();
    assertThat(median[10]).isBetween(0.7, 1.3);
  }

  @Test
  void gainsAreTheLibrarys() {
    assertThat(Live.gains("GELU")).isEqualTo(Gain.of(Activation.GELU));
    assertThat(Live.gains("max(0, x)").secondMoment().orElseThrow())
        .isCloseTo(Math.sqrt(2), Offset.offset(1e-9));
    assertThat(Live.gains("x^2").torch()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "04-leaky  | sqrt(1.6 / fanIn)         | RIGHT | 1.6 / fan_in",
        "04-leaky  | uniform(sqrt(4.8/fan_in)) | RIGHT | 1.6 / fan_in",
        "04-leaky  | He                        | OPEN  | change it",
        "04-leaky  | sqrt(2/fanIn)             | WRONG | the slope is missing",
        "04-leaky  | 1.6/fanIn                 | WRONG | is due",
        "04-leaky  | sqrt(1.6/fanIn            | WRONG | ) is missing at the end",
        "04-leaky  | 1/0                       | WRONG | stopped",
        "04-leaky  | ''                        | OPEN  | Type an answer",
        "00-level  | sqrt(1/400)               | RIGHT | 0.05",
        "00-level  | 0.01                      | OPEN  | change it",
        "00-level  | 1/0                       | WRONG | division by 0",
        "00-level  | 0/0                       | WRONG | NaN",
        "00-level  | x                         | WRONG | there is no x",
        "01-gradient | 1, 2, 3                 | WRONG | 3 numbers, and 2 are due",
        "04-width  | 210.5                     | WRONG | a whole number"
      })
  void checksWhatWasTyped(String id, String answer, String kind, String words) {
    Live.Checked checked = Live.check(id, answer);
    assertThat(checked.kind()).isEqualTo(kind);
    assertThat(checked.sentence()).contains(words);
    assertThat(checked.hints()).isNotEmpty();
  }

  @Test
  void onlyWhatCanBeTypedIsChecked() {
    assertThat(Live.names().exercises()).contains("00-rule", "04-leaky", "02-limit");
    assertThat(Live.names().exercises()).doesNotContain("06-step", "07-gain", "02-factor");
    for (String id : List.of("07-gain", "nothing")) {
      assertThatThrownBy(() -> Live.check(id, "1"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("00-level");
    }
  }

  @Test
  void namesAreWhatCanBeTyped() {
    for (String name : Live.names().activations()) {
      assertThat(begin(name, "He")).hasSize(1);
    }
    for (String name : Live.names().rules()) {
      begin("ReLU", name);
      assertThat(live.more(2).curves()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x +       | at the end",
        "foo(x)    | no function foo",
        "x/0       | \"x/0\" is infinite at x = -3",
        "1/(x-1)   | \"1/(x-1)\" is infinite at x = 1",
        "log(x)    | \"log(x)\" is no number at x = -3",
        "0/0       | no number",
        "3         | \"3\" is constant",
        "x - x     | is constant",
        "''        | missing",
        "alert(1)  | no function alert"
      })
  void refusesAnActivationInASentence(String text, String words) {
    refused(() -> begin(text, "He"), words);
    refused(() -> Live.gains(text), words);
  }

  @Test
  void takesWhatMovesFarFromZeroAlone() {
    assertThat(Live.gains("max(x, 4)").secondMoment()).isPresent();
    assertThat(Live.gains("min(x, -4)").secondMoment()).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sqrt(2/)  | before )",
        "x         | only fanIn and fanOut",
        "1/0       | std is \u221E",
        "0/0       | NaN",
        "-1        | -1",
        "sqrt(-1)  | NaN",
        "''        | missing"
      })
  void refusesARuleInASentence(String text, String words) {
    refused(() -> begin("ReLU", text), words);
  }

  @Test
  void refusesWhatIsTooLong() {
    String sum = "x" + "+x".repeat(50_000);
    refused(() -> begin(sum, "He"), "100001 characters long");
    refused(() -> Live.gains(sum), "100001 characters long");
    refused(() -> begin("ReLU", "(".repeat(100_000)), "100000 characters long");
    String sentence = Live.check("00-level", sum).sentence();
    assertThat(sentence).contains("100001 characters long").hasSizeLessThan(300);
    assertThat(Live.check("01-gradient", sum).sentence()).contains("100001 characters long");
  }

  /** A spike of infinity is measured as what it is; only its moments are refused. */
  @Test
  void aPoleAtZeroIsMeasured() {
    assertThat(begin("1/x", "He")).hasSize(1);
    assertThat(live.more(3).curves()).hasSize(1);
    refused(() -> Live.gains("1/x"), "too rough to integrate");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void refusesSizesBelowOne(int size) {
    refused(() -> live.begin("ReLU", size, 10, 8, List.of("He")), "" + size);
    refused(() -> live.begin("ReLU", 16, size, 8, List.of("He")), "" + size);
    refused(() -> live.begin("ReLU", 16, 10, size, List.of("He")), "" + size);
    begin("ReLU", "He");
    refused(() -> live.more(size), "" + size);
  }

  @Test
  void refusesWhatMakesNoStudy() {
    refused(() -> begin("ReLU"), "the number of starts is 0");
    refused(() -> begin("ReLU", "He", "He"), "He");
    assertThatThrownBy(() -> new Live().more(1)).hasMessageContaining("No study has begun");
  }

  private static void refused(Runnable asked, String words) {
    assertThatThrownBy(asked::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words)
        .hasMessageMatching("(?s).*[.?!]");
  }
}
