package initlab.view.scatter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Every sentence and number of a scatter's words. */
class ScatterWordsTest {
  private static double[] v(double... values) {
    return values;
  }

  private static String words(Scatter scatter) {
    String text = scatter.text();
    return text.substring(text.lastIndexOf("\n  ") + 3);
  }

  private static Scatter scatter() {
    return Scatter.of("t").axes("right", "up");
  }

  @Test
  void pointsAreCountedWithTheirRangesInBothDirections() {
    assertThat(words(scatter().points("He", v(3, -1, 3), v(4, 10, 4))))
        .isEqualTo(
            "He: 3 points in 2 places, right -1 to 3, up 4 to 10, "
                + "distance from the origin 5 to 10");
    assertThat(words(scatter().points("He", v(3), v(4)))).isEqualTo("He: 1 point at (3, 4)");
    assertThat(words(scatter().arrows("He", v(3, 3), v(4, 4))))
        .isEqualTo("He: 2 arrows, all at (3, 4)");
    assertThat(words(scatter().arrows("He", v(3, Double.NaN), v(4, 4))))
        .isEqualTo("He: 2 arrows, 1 not finite at (3, 4)");
    assertThat(words(scatter().points("He", v(Double.NaN), v(4))))
        .isEqualTo("He: 1 point, 1 not finite");
  }

  @Test
  void linesAreSaidFromTheirFirstPointToTheirLast() {
    assertThat(words(scatter().line("edge", v(1, 2, 3), v(7, 8, 9))))
        .isEqualTo("edge: line of 3 points from (1, 7) to (3, 9)");
    assertThat(words(scatter().circle(1).line("edge", v(1), v(7))))
        .isEqualTo("edge: line of 1 point from (1, 7) to (1, 7)");
  }

  @Test
  void pointsAreCountedInsideOnAndOutsideEveryCircle() {
    double[] x = v(0.5, 1, 1 + 5e-7, 1 - 5e-7, 2, 3);
    assertThat(words(scatter().circle(1).circle(2).points("He", x, new double[6])))
        .endsWith(
            "; 1 inside, 3 on, 2 outside the circle of radius 1"
                + "; 4 inside, 1 on, 1 outside the circle of radius 2");
  }

  @Test
  void shadingIsSaidInPerCents() {
    double[] x = v(1, 2);
    double[][] values = {v(1, -1), v(1, 0)};
    assertThat(words(scatter().region(x, x, values)))
        .isEqualTo("shaded: above 0 in 50 %, below 0 in 25 % of the plane");
  }

  @Test
  void titleAxesAndPanelsStandAboveTheirPoints() {
    Scatter two =
        scatter().panel("first").points("He", v(1), v(2)).panel("second").points("He", v(3), v(4));
    assertThat(two.text().lines())
        .containsExactly(
            "t",
            "across: right, upward: up",
            "first",
            "  He: 1 point at (1, 2)",
            "second",
            "  He: 1 point at (3, 4)");
    assertThat(two.toString()).isEqualTo(two.text());
    assertThat(two.lecture().text()).isEqualTo(two.text());
  }

  @Test
  void farPointsHaveTheirDistance() {
    assertThat(words(scatter().points("He", v(3e200, 0), v(4e200, 1))))
        .endsWith("distance from the origin 1 to 5e200");
    assertThat(words(scatter().points("He", v(1e301, 1), v(1, 1))))
        .isEqualTo("He: 2 points, 1 not finite or beyond 1e300 at (1, 1)");
  }
}
