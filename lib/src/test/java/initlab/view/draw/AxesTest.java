package initlab.view.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.base.Numbers;
import initlab.view.Pixels;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AxesTest {
  private static final Sizes SIZES = Sizes.page(400, 300);
  private static final Rectangle2D AREA = SIZES.page();

  private static Axes axes(double lo, double hi) {
    Axis x = Axis.across(lo, hi, "x", SIZES);
    return new Axes(x, Axis.upward(0, 1, "y", SIZES), Axes.Side.LEFT, true);
  }

  /** Ticks are the same for every power of ten, and at round numbers. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-200, 1e-20, 1e-4, 1, 1e5, 1e9, 1e200})
  void ticksAreRoundForEveryLength(double unit) {
    List<Double> asked = new ArrayList<>();
    Axis x =
        new Axis(
            -2 * unit,
            4 * unit,
            "x",
            v -> {
              asked.add(v / unit);
              return Numbers.brief(v, 6);
            },
            50);
    Axes axes = new Axes(x, Axis.upward(0, 1, "y", SIZES), Axes.Side.LEFT, true);
    Plot plot = axes.measured(SIZES, AREA);
    for (double due : new double[] {-2, -1, 0, 1, 2, 3, 4}) {
      assertThat(asked).anyMatch(v -> Math.abs(v - due) < 1e-9);
    }
    // XChart also asks for the words of the ends, to know how wide they are.
    assertThat(asked).allMatch(v -> Math.abs(v - Math.rint(v)) < 1e-4);
    assertThat(plot.pixelX(4 * unit)).isCloseTo(plot.box().getMaxX(), within(0.5));
    assertThat(plot.pixelX(unit)).isCloseTo(plot.box().getCenterX(), within(0.5));
  }

  @Test
  void gridLinesStandAtTheTicks() {
    AtomicReference<Plot> plot = new AtomicReference<>();
    Pixels drawn =
        Pixels.of(new Picture(400, 300, g -> plot.set(axes(0, 4).paint(g, SIZES, AREA))));
    double y = plot.get().pixelY(0.53);
    for (double x : new double[] {1, 2, 3}) {
      double at = plot.get().pixelX(x);
      Rectangle2D near = new Rectangle2D.Double(at - 1.5, y, 3, 1);
      assertThat(drawn.count(near, c -> c.getRed() < 245)).isPositive();
      Rectangle2D aside = new Rectangle2D.Double(at + 10, y, 3, 1);
      assertThat(drawn.count(aside, c -> c.getRed() < 245)).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 7, 0.01, 1e-9})
  void sameScaleMakesAUnitAsLongOnBothAxes(double height) {
    Axis y = Axis.upward(-height, height, "y", SIZES);
    Axes axes = new Axes(Axis.across(-1, 2, "x", SIZES), y, Axes.Side.LEFT, true);
    Axes same = axes.sameScale(SIZES, AREA);
    Plot plot = same.measured(SIZES, AREA);
    double across = plot.toPixels().getScaleX();
    assertThat(across).isCloseTo(-plot.toPixels().getScaleY(), within(0.005 * across));
    assertThat(same.x().lo()).isLessThanOrEqualTo(-1);
    assertThat(same.y().hi()).isGreaterThanOrEqualTo(height * (1 - 1e-12));
  }
}
