package initlab.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.init.FanMode;
import initlab.init.HaarLaws;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.init.Laws;
import initlab.init.WeightShape;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The checks of the suite, turned on bugs that published libraries have: each law must pass what is
 * right, and refuse what is wrong. The sizes of both errors stand with {@link Laws} and {@link
 * HaarLaws}.
 */
class WrongInitTest {
  private static final WeightShape DENSE = WeightShape.dense(300, 600);
  private static final WeightShape CONV = WeightShape.conv(3, 3, 64, 320);
  private static final double XAVIER = Math.sqrt(2.0 / 900);
  private static final double LECUN = Math.sqrt(1.0 / 300);

  static Arguments row(
      String bug,
      Function<Initializer, List<String>> law,
      Initializer right,
      Initializer wrong,
      String seenAs) {
    return Arguments.of(bug, law, right, wrong, seenAs);
  }

  static Stream<Arguments> bugs() {
    Function<Initializer, List<String>> xavier = r -> Laws.uniform(r, DENSE, XAVIER);
    Function<Initializer, List<String>> lecun = r -> Laws.uniform(r, DENSE, LECUN);
    Function<Initializer, List<String>> he = r -> Laws.normal(r, DENSE, Math.sqrt(2) * LECUN);
    Function<Initializer, List<String>> cut = r -> Laws.truncated(r, DENSE, LECUN);
    Function<Initializer, List<String>> heConv = r -> Laws.normal(r, CONV, Math.sqrt(2.0 / 576));
    return Stream.of(
        row("sqrt 2 too wide", xavier, Init.xavierUniform(), WrongInit.sqrt2TooWide(), "std"),
        row("sqrt 3 too wide", lecun, Init.lecunUniform(), WrongInit.sqrt3TooWide(), "std"),
        row("sqrt 3 too narrow", lecun, Init.lecunUniform(), WrongInit.sqrt3TooNarrow(), "std"),
        row("one-sided", xavier, Init.xavierUniform(), WrongInit.oneSided(), "mean"),
        row("variance as std", he, Init.heNormal(), WrongInit.varianceAsStd(), "std"),
        row("no correction", cut, Init.flaxDense(), WrongInit.missingCorrection(), "std"),
        row("not cut", cut, Init.flaxDense(), Init.lecunNormal(), "a weight lies outside"),
        row("fan squared", heConv, Init.heNormal(), WrongInit.fanSquared(), "std"),
        row("fans swapped", he, Init.heNormal(), WrongInit.fansSwapped(), "std"),
        row("fans swapped", heConv, Init.heNormal(), Init.heNormal().mode(FanMode.OUT), "std"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bugs")
  void independentWeights(
      String bug,
      Function<Initializer, List<String>> law,
      Initializer right,
      Initializer wrong,
      String seenAs) {
    assertThat(law.apply(right)).isEmpty();
    assertThat(law.apply(wrong)).anyMatch(f -> f.startsWith(seenAs));
  }

  static Stream<Arguments> orthogonalBugs() {
    WeightShape square = WeightShape.dense(4, 4);
    WeightShape wide = WeightShape.dense(2, 5);
    WeightShape three = WeightShape.dense(3, 3);
    WeightShape conv = WeightShape.conv1d(3, 2, 4);
    return Stream.of(
        Arguments.of("no sign fix", square, WrongInit.missingSignFix(), "E t "),
        Arguments.of("no sign fix", wide, WrongInit.missingSignFix(), "E t "),
        Arguments.of("signs of Q", square, WrongInit.signsOfQ(), "E t "),
        Arguments.of("not normal", three, WrongInit.orthogonalFromUniform(), "E w^4"),
        Arguments.of("no reshape", conv, WrongInit.missingReshape(), "not orthonormal"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("orthogonalBugs")
  void orthogonalWeights(String bug, WeightShape shape, Initializer wrong, String seenAs) {
    assertThat(HaarLaws.failures(Init.orthogonal(), shape, 1)).isEmpty();
    assertThat(HaarLaws.failures(wrong, shape, 1)).anyMatch(f -> f.startsWith(seenAs));
  }
}
