package initlab.init.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Activation;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.Derivative;
import initlab.math.RandomStreams;
import java.util.List;
import java.util.Locale;
import org.assertj.core.data.Offset;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParseTest {
  private static final WeightShape SHAPE = WeightShape.dense(300, 100);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x / (1 + exp(-x))            | 1.7615941559557649",
        "z*Math.tanh(np.log1p(exp(z)))| 1.9439589595339946",
        "-x^2                         | -4",
        "2^-1 * x ** 2                | 2",
        "2 - 3 - x                    | -3",
        "8 / 4 / x                    | 1",
        "x > 0 ? x : 0.1*x            | 2",
        "x <= 1 ? 0 : x < 3 ? 5 : 6   | 5",
        "x >= 2 ? 1 : 0               | 1",
        "x <= 2 ? 1 : 0               | 1",
        "x > 2 ? 1 : 0                | 0",
        "x < 2 ? 1 : 0                | 0",
        "max(0, min(x, 6))            | 2",
        "pow(x, 3)                    | 8",
        "0.5*x*(1+erf(x/sqrt(2)))     | 1.9544997361036416",
        "gelu(x)                      | 1.9544997361036416",
        "2*PI - 2 * pi + 1e0 + +x     | 3",
        "log(E) + 1.5e-1 + .5         | 1.65",
        "1e+1 * x                     | 20",
        "2^3^x                        | 512"
      })
  void readsWhatPeopleType(String text, double atTwo) {
    assertThat(Parse.activation(text).apply(2)).isCloseTo(atTwo, Offset.offset(1e-14));
  }

  /** Away from kinks the exact slope is the difference quotient's. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "x*sigmoid(1.7*x)",
        "x*tanh(log1p(exp(x)))",
        "0.5*x*(1+erf(x/sqrt(2)))",
        "sin(x)/(1+x^2)",
        "abs(x)^1.5",
        "2^x",
        "x^x",
        "expm1(x)*cosh(x/3)-sinh(x)",
        "max(0.1*x, min(x, 1))",
        "x>1?ln(x):atan(x)",
        "sqrt(x*x+1)",
        "cos(x)",
        "sign(x)*x",
        "silu(x)",
        "-x/-(3-x)"
      })
  void givesTheExactSlope(String text) {
    Activation f = Parse.activation(text);
    for (double x : new double[] {0.3, 0.7, 1.9, 2.4}) {
      double due = Derivative.at(f::apply, x);
      assertThat(f.slope(x)).as("%s at %s", text, x).isCloseTo(due, Offset.offset(1e-8));
    }
    assertThat(f.hasDerivative()).isTrue();
  }

  /** Bit by bit, over more numbers than go through at once. */
  @ParameterizedTest
  @ValueSource(
      strings = {"x*sigmoid(1.7*x)", "x > 0 ? sqrt(x) : max(x, -1)", "abs(x)^x - atan(x)/x"})
  void manyNumbersAreAsOneByOne(String text) {
    Activation f = Parse.activation(text);
    double[] z = RandomStreams.layer(1, 0).doubles(700, -3, 3).toArray();
    double[] a = new double[z.length];
    double[] gradient = z.clone();
    f.apply(z, a, z.length);
    f.backward(z, gradient, z.length);
    for (int i = 0; i < z.length; i++) {
      assertThat(a[i]).isEqualTo(f.apply(z[i]));
      assertThat(gradient[i]).isEqualTo(z[i] * f.slope(z[i]));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "max(0, x)|0",
        "max(x, 0)|0",
        "relu(x)|0",
        "x > 0 ? x : 0|0",
        "min(x, 0)|1",
        "min(0, x)|1",
        "abs(x)|-1",
        "max(x, 0.1*x)|0.1"
      })
  void hasTheSlopeToTheLeftAtAKink(String text, double slope) {
    assertThat(Parse.activation(text).slope(0)).isEqualTo(slope);
  }

  /** 0 times infinity would be no number: what does not move adds nothing to a slope. */
  @Test
  void aConstantFactorOfInfinityHasNoSlope() {
    assertThat(Parse.activation("exp(1000) * 2 + x").slope(1)).isEqualTo(1);
    assertThat(Parse.activation("x^2").slope(-3)).isEqualTo(-6);
  }

  @Test
  void knowsEveryNameThatItListsInAnyCase() {
    for (String name : Parse.activations()) {
      assertThat(Parse.activation(name.toUpperCase(Locale.ROOT)).name()).isEqualTo(name);
      assertThat(Parse.activation(name + "(x)").apply(0.4))
          .isEqualTo(Parse.activation(name).apply(0.4));
    }
    for (String name : Parse.rules()) {
      assertThat(Parse.rule(" " + name + " ").name()).isEqualTo(name);
    }
    assertThat(Parse.activations()).contains("ReLU", "SiLU").doesNotHaveDuplicates();
    assertThat(Parse.rules()).contains("He", "orthogonal").doesNotHaveDuplicates();
    assertThat(Parse.activation("swish")).isEqualTo(Activation.SILU);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqrt(2/fanIn)", "(2/fan_in)**0.5", "normal( sqrt(2 / FANIN) )"})
  void aFormulaOfTheFansIsAStandardDeviation(String text) {
    assertSame(Parse.rule(text), Init.heNormal());
    assertThat(Parse.rule(text).std(SHAPE)).hasValue(Init.heNormal().std(SHAPE).getAsDouble());
    assertThat(Parse.rule(text).name()).isEqualTo(text);
  }

  @Test
  void otherLawsTakeTheirNumberFromAFormulaToo() {
    assertSame(Parse.rule("uniform(sqrt(6/(fanIn+fanOut)))"), Init.xavierUniform());
    assertSame(Parse.rule("truncatedNormal(0.02)"), Init.truncatedNormal(0.02));
    assertSame(Parse.rule("truncated_normal(0.02)"), Init.truncatedNormal(0.02));
    assertSame(Parse.rule("orthogonal(sqrt(2))"), Init.orthogonal(Math.sqrt(2)));
    assertSame(Parse.rule("constant(fanOut/fanIn)"), Init.constant(1.0 / 3));
    assertSame(Parse.rule("normal(0.1) "), Init.normal(0.1));
  }

  private static void assertSame(Initializer mine, Initializer due) {
    DMatrixRMaj w = mine.draw(SHAPE, RandomStreams.layer(1, 0));
    DMatrixRMaj filled = new DMatrixRMaj(1, 1);
    mine.fill(SHAPE, RandomStreams.layer(1, 0), filled);
    assertThat(w.data)
        .containsExactly(due.draw(SHAPE, RandomStreams.layer(1, 0)).data, Offset.offset(1e-16));
    assertThat(filled.data).isEqualTo(w.data);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``            | a number, a variable or a function is missing at the end",
        "x +           | a number, a variable or a function is missing at the end",
        "x + * 2       | a number, a variable or a function is missing before *",
        "(x            | ) is missing at the end",
        "x)            | ) was not expected",
        "foo(x)        | there is no function foo of one number",
        "max(x)        | there is no function max of one number",
        "exp(x, 1)     | there is no function exp of two numbers",
        "max(x, 1, 2)  | ) is missing before ,",
        "x y           | a sign is missing before y, as in 2 * x",
        "1.5e-1x       | a sign is missing before x, as in 2 * x",
        "2(x + 1)      | a sign is missing before (, as in 2 * x",
        "0,3 * x       | , was not expected; decimals have a point, as in 0.3",
        "sin x         | sin needs brackets, as in sin(2)",
        "1..2          | 1..2 is no number",
        "x ? 1 : 2     | ? was not expected",
        "x > 0 ? x     | : is missing at the end",
        "x > 0         | ? is missing at the end",
        "alert + 1     | there is no alert, only x",
        "self.close()  | a number, a variable or a function is missing before )",
        "x = 1         | = was not expected",
        "x. + 1        | there is no x., only x",
        "x + x.5       | there is no x.5, only x",
        "e.5 * x       | there is no e.5, only x",
        "x + \ud83d\ude00 | a number, a variable or a function is missing before \ud83d\ude00",
        "fanIn + 1     | there is no fanIn, only x"
      })
  void refusesTheRestWithASentence(String text, String what) {
    assertThatThrownBy(() -> Parse.activation(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("In \"" + text + "\" " + what + ".");
  }

  @Test
  void aNameThatIsUnknownBringsThoseThatAreKnown() {
    assertThatThrownBy(() -> Parse.activation("hardswish"))
        .hasMessageStartingWith(
            "In \"hardswish\" there is no hardswish, only x; by name there are ReLU,")
        .hasMessageContaining("softplus");
    assertThatThrownBy(() -> Parse.rule("lsuv"))
        .hasMessageContaining("by name there are He, He uniform,");
  }

  @Test
  void readsTheSignsOfPrintedFormulas() {
    assertThat(Parse.number("−2·3²×π")).isEqualTo(-2 * 9 * Math.PI);
    assertThat(Parse.activation("x³ – x").apply(2)).isEqualTo(6);
  }

  /** A page's blanks that do not break, marks without width, the mark at the start of a file. */
  @Test
  void passesOverWhatIsNotSeen() {
    for (char unseen : "\u00a0\u200b\ufeff\u2009\u202e\t".toCharArray()) {
      String text = unseen + "x" + unseen + "+ 2" + unseen;
      assertThat(Parse.activation(text).apply(1)).as(text).isEqualTo(3);
    }
  }

  /** Not no number, as 0 times the logarithm of 0 would be. */
  @Test
  void aPowerThatStaysHasNoSlope() {
    assertThat(Parse.activation("0^x").slope(2)).isZero();
    assertThat(Parse.activation("x^0 + x").slope(0)).isEqualTo(1);
    assertThat(Parse.activation("log(x)^0").slope(-1)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "kaiming_normal_, He",
    "kaiming_uniform_, He uniform",
    "He normal, He",
    "glorot, Xavier",
    "glorot_uniform, Xavier uniform",
    "lecun_normal, LeCun"
  })
  void knowsRulesAsFrameworksCallThem(String text, String name) {
    assertThat(Parse.rule(text).name()).isEqualTo(name);
  }

  @Test
  void refusesARuleWithASentence() {
    assertThatThrownBy(() -> Parse.rule("sqrt(2/x)"))
        .hasMessage("In \"sqrt(2/x)\" there is no x, only fanIn and fanOut.");
    assertThatThrownBy(() -> Parse.rule("sqrt(2/fanIn) + (1"))
        .hasMessageContaining(") is missing at the end");
    assertThatThrownBy(() -> Parse.rule("normal(1"))
        .hasMessage("In \"normal(1\" ) is missing at the end.");
    assertThatThrownBy(() -> Parse.rule("normal(0, 0.1)"))
        .hasMessageEndingWith("as in 0.3, and a rule has one number.");
    for (String text : List.of("normal(1) + normal(2)", "normal(1)*(2)", "normal")) {
      assertThatThrownBy(() -> Parse.rule(text))
          .hasMessage(
              "In \""
                  + text
                  + "\" normal needs one number in brackets, and no more, as in normal(0.1).");
    }
    assertThatThrownBy(() -> draw("-1")).hasMessageContaining("std").hasMessageContaining("-1");
    assertThatThrownBy(() -> draw("1/0")).hasMessageContaining("std");
    assertThatThrownBy(() -> draw("log(-fanIn)")).hasMessageContaining("std");
    assertThat(Parse.number("10" + "+1".repeat(99))).isEqualTo(109);
    assertThatThrownBy(() -> Parse.number("1" + "+1".repeat(100)))
        .hasMessageContaining("201 characters");
    assertThatThrownBy(() -> Parse.rule("1" + "+1".repeat(50_000)))
        .hasMessageContaining("100001 characters")
        .hasMessageContaining("at most 200");
  }

  private static DMatrixRMaj draw(String rule) {
    return Parse.rule(rule).draw(SHAPE, RandomStreams.layer(1, 0));
  }

  @Test
  void readsNumbers() {
    assertThat(Parse.number("sqrt(1 / 400)")).isEqualTo(0.05);
    assertThat(Parse.number(" -1e-3")).isEqualTo(-0.001);
    assertThat(Parse.number("1/0")).isInfinite();
    assertThatThrownBy(() -> Parse.number("2 / fanIn"))
        .hasMessage("In \"2 / fanIn\" there is no fanIn, only numbers.");
    assertThatThrownBy(() -> Parse.number(" ")).hasMessageContaining("missing at the end");
  }

  @Test
  void readsTheDeepestFormulaThatItAllows() {
    String deep = "(".repeat(99) + "x" + ")".repeat(99);
    assertThat(Parse.activation(deep).apply(3)).isEqualTo(3);
    assertThat(Parse.activation("-".repeat(199) + "x").apply(3)).isEqualTo(-3);
    assertThat(List.of(Parse.activation(deep).name())).containsExactly(deep);
  }
}
