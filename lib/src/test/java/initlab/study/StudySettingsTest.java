package initlab.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.init.Init;
import initlab.nn.Start;
import initlab.study.probe.Inputs;
import initlab.study.probe.Measure;
import initlab.study.probe.Report;
import initlab.train.data.Data;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Each setting of a study shows in what it finds, and none takes another back. */
class StudySettingsTest {
  private static final Inputs DOUBLED =
      (samples, features, seed) -> {
        DMatrixRMaj x = Data.normal(samples, features, 100 + seed);
        for (int i = 0; i < x.getNumElements(); i++) {
          x.data[i] *= 2;
        }
        return x;
      };

  private static final List<UnaryOperator<Study>> SETTINGS =
      List.of(
          s -> s.seeds(2),
          s -> s.from(9),
          s -> s.batch(3),
          s -> s.on(DOUBLED),
          s -> s.compare(Init.lecunNormal()));

  private static List<double[]> profiles(Study study) {
    return study.measure().of("LeCun").reports().stream()
        .map(r -> r.profile(Measure.GRADIENT))
        .toList();
  }

  /** Every rotation of the settings, and every rotation of their reverse: each comes last once. */
  @Test
  void anyOrderOfTheSettingsIsTheSameStudy() {
    List<double[]> due = profiles(all(0, 1));
    assertThat(due).hasSize(2);
    assertThat(all(0, 1).toString())
        .isEqualTo("tanh net, 3 layers, 5 -> 3; 2 seeds from 9, batch 3; [LeCun]");
    for (int first = 0; first < SETTINGS.size(); first++) {
      for (int stride : new int[] {1, 4}) {
        Study study = all(first, stride);
        assertThat(study.toString()).isEqualTo(all(0, 1).toString());
        assertThat(study.batchSize()).isEqualTo(3);
        assertThat(profiles(study)).usingRecursiveComparison().isEqualTo(due);
      }
    }
  }

  private static Study all(int first, int stride) {
    Study study = Study.of(Seen.PLAN);
    for (int i = 0; i < SETTINGS.size(); i++) {
      study = SETTINGS.get((first + i * stride) % SETTINGS.size()).apply(study);
    }
    return study;
  }

  @Test
  void seedsAreCountedFromTheFirst() {
    List<Report> reports =
        Study.of(Seen.PLAN)
            .seeds(3)
            .from(9)
            .compare(Init.lecunNormal())
            .measure()
            .of("LeCun")
            .reports();
    assertThat(reports).hasSize(3);
    for (int nth = 0; nth < 3; nth++) {
      double input = Loops.second(Loops.rows(Data.normal(64, 5, 9 + nth)));
      assertThat(reports.get(nth).profile(Measure.ACTIVATION)[0]).isCloseTo(input, Loops.EXACT);
      double output = Loops.second(Loops.rows(Inputs.gradient(64, 3, 9 + nth)));
      assertThat(reports.get(nth).profile(Measure.GRADIENT)[3]).isCloseTo(output, Loops.EXACT);
    }
    assertThat(Study.of(Seen.PLAN).compare(Init.zeros()).measure().of("zeros").reports())
        .hasSize(30);
    assertThat(Study.of(Seen.PLAN).batchSize()).isEqualTo(64);
    assertThat(Study.of(Seen.PLAN))
        .hasToString("tanh net, 3 layers, 5 -> 3; 30 seeds, batch 64; []");
    assertThat(Study.of(Seen.PLAN).firstSeed()).isEqualTo(1);
  }

  @Test
  void aBatchThatIsGivenIsEverySeeds() {
    DMatrixRMaj x = Data.normal(7, 5, 77);
    Study study = Study.of(Seen.PLAN).batch(2).on(x).seeds(2).compare(Init.lecunNormal());
    assertThat(study.batchSize()).isEqualTo(7);
    for (Report report : study.measure().of("LeCun").reports()) {
      assertThat(report.profile(Measure.ACTIVATION)[0])
          .isCloseTo(Loops.second(Loops.rows(x)), Loops.EXACT);
    }
  }

  @Test
  void startsAreAddedInTheOrderOfTheirNames() {
    Study study = Study.of(Seen.PLAN).compare(Init.zeros()).and(Start.drawn(Init.heNormal()));
    assertThat(study.compare(Init.ones()).starts().stream().map(Start::name))
        .containsExactly("zeros", "He", "ones");
    assertThat(study.only(List.of(Start.drawn(Init.ones()))).starts()).hasSize(1);
    assertThat(study.plan()).isSameAs(Seen.PLAN);
  }

  /** A tenfold input is the usual one times ten, and says its second moment. */
  @Test
  void widerInputsAreTheUsualOnesTimesTheirStd() {
    DMatrixRMaj wide = Inputs.normal(10).of(4, 3, 7);
    double[] plain = Inputs.normal().of(4, 3, 7).data;
    for (int i = 0; i < plain.length; i++) {
      assertThat(wide.data[i]).isEqualTo(10 * plain[i]);
    }
    assertThat(Inputs.normal(10).secondMoment()).hasValue(100);
    assertThatThrownBy(() -> Inputs.normal(0)).hasMessageContaining("the inputs");
    assertThatThrownBy(() -> Inputs.normal(Double.NaN)).hasMessageContaining("the inputs");
  }

  /** Inputs and output gradients are N(0, 1), of streams of their own, another for each seed. */
  @Test
  void inputsAndGradientsAreStandardNormalAndDiffer() {
    DMatrixRMaj x = Inputs.normal().of(100, 50, 3);
    assertThat(x.data).isEqualTo(Data.normal(100, 50, 3).data);
    assertThat(Inputs.normal().secondMoment()).hasValue(1);
    assertThat(Inputs.always(x).secondMoment()).isEmpty();
    assertThat(Inputs.always(x).of(1, 1, 5)).isSameAs(x);
    double[][] g = Loops.rows(Inputs.gradient(100, 50, 3));
    // 5000 numbers: six standard errors of the mean are 0.085, of the second moment 0.12
    assertThat(Loops.mean(g)).isBetween(-0.085, 0.085);
    assertThat(Loops.second(g)).isBetween(0.88, 1.12);
    assertThat(g).isNotEqualTo(Loops.rows(x));
    assertThat(g).isNotEqualTo(Loops.rows(Inputs.gradient(100, 50, 4)));
    assertThat(g).isEqualTo(Loops.rows(Inputs.gradient(100, 50, 3)));
  }

  @Test
  void badSettingsAreNamed() {
    Study study = Study.of(Seen.PLAN);
    assertThatThrownBy(() -> study.seeds(0)).hasMessageContaining("number of seeds is 0");
    assertThatThrownBy(() -> study.batch(0)).hasMessageContaining("batch size is 0");
    assertThatThrownBy(study::measure).hasMessageContaining("number of starts is 0");
    assertThatThrownBy(() -> study.compare(Init.zeros(), Init.zeros()))
        .hasMessageContaining("the name of two starts is zeros");
    DMatrixRMaj broken = new DMatrixRMaj(1, 5, true, 1, 2, Double.NaN, 4, 5);
    assertThatThrownBy(() -> study.on(broken)).hasMessageContaining("column 2");
    assertThatThrownBy(() -> study.compare(Init.zeros()).measure().of("He"))
        .hasMessageContaining("[zeros]");
  }
}
