package initlab.study.experiment;

import static initlab.init.Activation.LINEAR;
import static initlab.init.Activation.RELU;
import static initlab.init.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import initlab.Stopped;
import initlab.base.Numbers;
import initlab.init.Init;
import initlab.init.Initializer;
import initlab.math.Band;
import initlab.nn.Network;
import initlab.nn.Plan;
import initlab.nn.layer.Mlp;
import initlab.train.data.Data;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/** Singular values that are known without finding them, in every column and curve. */
class SpectrumNumbersTest {
  private static final int SEEDS = 30;

  /** Two outputs, so that singular values are the roots of a quadratic equation. */
  private static final Plan NARROW = Mlp.of(LINEAR, 3, 2).onPlainJava();

  /** sqrt((t +- sqrt(t^2 - 4 d)) / 2), t and d trace and determinant of W^T W. */
  private static double[] singular(DMatrixRMaj w) {
    double a = 0;
    double b = 0;
    double c = 0;
    for (int row = 0; row < w.numRows; row++) {
      a += w.get(row, 0) * w.get(row, 0);
      b += w.get(row, 0) * w.get(row, 1);
      c += w.get(row, 1) * w.get(row, 1);
    }
    double root = Math.sqrt((a + c) * (a + c) - 4 * (a * c - b * b));
    return new double[] {Math.sqrt((a + c + root) / 2), Math.sqrt((a + c - root) / 2)};
  }

  private static double[][] seeds(Initializer rule) {
    return IntStream.rangeClosed(1, SEEDS)
        .mapToObj(seed -> singular(NARROW.init(rule, seed).layer(1).weights()))
        .toArray(double[][]::new);
  }

  private static double[] each(double[][] seeds, int which) {
    return IntStream.range(0, SEEDS).mapToDouble(s -> seeds[s][which]).toArray();
  }

  @Test
  void aNetThatIsNotSquareHasAsManyAsItsNarrowerSide() {
    double[][] due = seeds(Init.lecunNormal());
    Band seen = Spectrum.of(NARROW).of(Init.lecunNormal());
    assertThat(seen.size()).isEqualTo(2);
    for (int k = 0; k < 2; k++) {
      assertThat(seen.at(k).low()).isCloseTo(ByHand.quantile(0.05, each(due, k)), within(1e-12));
      assertThat(seen.at(k).median()).isCloseTo(ByHand.quantile(0.5, each(due, k)), within(1e-12));
      assertThat(seen.at(k).high()).isCloseTo(ByHand.quantile(0.95, each(due, k)), within(1e-12));
    }
    DMatrixRMaj jacobian =
        Spectrum.jacobian(NARROW.init(Init.lecunNormal(), 1), Data.normal(1, 3, 1));
    assertThat(jacobian.numRows).isEqualTo(3);
    assertThat(jacobian.numCols).isEqualTo(2);
  }

  @Test
  void everyColumnIsThatOfTheSeeds() {
    Initializer half = Init.normal(0.5);
    Table shown = Spectrum.of(NARROW).compare(Init.lecunNormal(), half).table().data();
    assertThat(shown.name()).isEqualTo(NARROW + ": singular values of the whole net");
    assertThat(shown.columnNames())
        .containsExactly(
            "start", "largest", "smallest", "condition", "5 %", "95 %", "above 1 % of the largest");
    assertThat(shown.stringColumn("start").asList())
        .containsExactly(Init.lecunNormal().name(), half.name());
    for (int row = 0; row < 2; row++) {
      double[][] due = seeds(row == 0 ? Init.lecunNormal() : half);
      double[] ratio = IntStream.range(0, SEEDS).mapToDouble(s -> due[s][0] / due[s][1]).toArray();
      assertThat(shown.doubleColumn("largest").get(row))
          .isCloseTo(ByHand.quantile(0.5, each(due, 0)), within(1e-12));
      assertThat(shown.doubleColumn("smallest").get(row))
          .isCloseTo(ByHand.quantile(0.5, each(due, 1)), within(1e-12));
      assertThat(shown.doubleColumn("condition").get(row))
          .isCloseTo(ByHand.quantile(0.5, ratio), within(1e-9));
      assertThat(shown.doubleColumn("5 %").get(row))
          .isCloseTo(ByHand.quantile(0.05, ratio), within(1e-9));
      assertThat(shown.doubleColumn("95 %").get(row))
          .isCloseTo(ByHand.quantile(0.95, ratio), within(1e-9));
      assertThat(shown.doubleColumn("above 1 % of the largest").get(row)).isEqualTo(2);
    }
  }

  /** diag(1, 4, 0.05, 0.03): 0.03 is less than 1 % of 4, and 0.05 is more. */
  private static Initializer diagonal(double... values) {
    Initializer rule =
        (shape, rng) -> {
          DMatrixRMaj w = new DMatrixRMaj(shape.rows(), shape.cols());
          for (int i = 0; i < values.length; i++) {
            w.set(i, i, values[i]);
          }
          return w;
        };
    return rule.named("diagonal");
  }

  @Test
  void valuesAreOrderedAndThoseThatCountAreCounted() {
    Spectrum four = Spectrum.of(Mlp.deep(LINEAR, 4, 1).onPlainJava());
    Initializer mixed = diagonal(1, 4, 0.05, 0.03);
    assertThat(four.of(mixed).median())
        .containsExactly(new double[] {4, 1, 0.05, 0.03}, within(1e-12));
    assertThat(four.directions(mixed).median()).isEqualTo(3);
    assertThat(four.condition(mixed).median()).isCloseTo(4 / 0.03, within(1e-9));
    assertThat(four.of(diagonal(1, 1e-15, 1e-17, 0)).median())
        .containsExactly(new double[] {1, 1e-15, 0, 0}, within(1e-17));
    assertThat(four.compare(mixed).plot().text())
        .isEqualTo(
            "linear net, 1 layer, 4 -> 4\n"
                + "singular values of the whole net, forward and backward alike\n"
                + "  diagonal, from the largest to the smallest 4: median 0.03");
    assertThatThrownBy(four::plot).hasMessageContaining("number of starts");
  }

  /** The curve's band is that of the seeds, at its end the smallest value's. */
  @Test
  void theFigureShowsMedianAndBand() {
    double[] smallest = each(seeds(Init.lecunNormal()), 1);
    assertThat(Spectrum.of(NARROW).compare(Init.lecunNormal()).plot().text())
        .contains(
            "from the largest to the smallest 2: median "
                + Numbers.brief(ByHand.quantile(0.5, smallest), 2)
                + ", band "
                + Numbers.brief(ByHand.quantile(0.05, smallest), 2)
                + " to "
                + Numbers.brief(ByHand.quantile(0.95, smallest), 2));
  }

  /** W19: of a singular matrix 1e16 is no condition number. */
  @Test
  void aSingularJacobianIsCalledSo() {
    Spectrum net = Spectrum.of(Mlp.deep(RELU, 8, 3).onPlainJava());
    assertThat(net.condition(Init.zeros()).low()).isInfinite();
    assertThat(net.directions(Init.zeros()).high()).isZero();
    Table shown = net.compare(Init.zeros(), Init.orthogonal()).table().data();
    assertThat(shown.stringColumn("condition").asList()).containsExactly("singular", "singular");
    assertThat(shown.doubleColumn("largest").get(0)).isZero();
    assertThat(shown.doubleColumn("above 1 % of the largest").get(0)).isZero();
    Initializer sometimes =
        (shape, rng) -> diagonal(rng.nextDouble() < 0.3 ? 0 : 2, 1).draw(shape, rng);
    Table mixed =
        Spectrum.of(Mlp.deep(LINEAR, 2, 1).onPlainJava()).compare(sometimes).table().data();
    assertThat(mixed.stringColumn("5 %").asList()).containsExactly("2.00");
    assertThat(mixed.stringColumn("condition").asList()).containsExactly("2.00");
    assertThat(mixed.stringColumn("95 %").asList()).containsExactly("singular");
  }

  @Test
  void whatTakesLongIsRefusedOnTheLongerSideToo() {
    assertThat(Spectrum.of(Mlp.of(LINEAR, 512, 512)).starts()).isEmpty();
    assertThat(Spectrum.of(Mlp.of(LINEAR, 2048, 256)).starts()).isEmpty();
    assertThatThrownBy(() -> Spectrum.of(Mlp.of(LINEAR, 2049, 256)))
        .hasMessageContaining("the longer side of the Jacobian is 2049; it must be at most 2048");
    assertThatThrownBy(() -> Spectrum.of(Mlp.of(LINEAR, 256, 2049)))
        .hasMessageContaining("beside 256");
    Initializer holes = diagonal(Double.POSITIVE_INFINITY);
    assertThatThrownBy(() -> Spectrum.of(NARROW).of(holes)).hasMessageContaining("the Jacobian");
  }

  @Test
  void anInterruptStopsIt() {
    Spectrum net = Spectrum.of(Mlp.deep(TANH, 4, 2)).compare(Init.zeros());
    Stopped.atOnce(() -> net.of(Init.zeros()));
    Stopped.atOnce(net::table);
    Stopped.atOnce(net::plot);
    Network one = Mlp.deep(TANH, 4, 2).init(Init.zeros(), 1);
    Stopped.atOnce(() -> Spectrum.jacobian(one, Data.normal(1, 4, 1)));
  }
}
