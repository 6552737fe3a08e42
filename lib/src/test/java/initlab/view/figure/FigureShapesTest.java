package initlab.view.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.view.Shapes;
import initlab.view.draw.Palette;
import initlab.view.draw.Sizes;
import initlab.view.draw.Style;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every part of a curve stands where the ticks of its panel say, in both panels and both sizes. */
class FigureShapesTest {
  private static final double[] X = {20, 30, 40, 50, 60};

  /** Six parts that differ at every place, none a mirror of another. */
  private static final Curve HE =
      Curve.band("He", X, v(.5, .3, .2, .05, .04), v(.3, .1, .1, .04, .01), v(.9, .8, .3, .2, .1))
          .theory(v(.4, .2, .15, .1, .02))
          .theoryBand(v(.2, .05, .09, .02, .003), v(.7, .5, .6, .3, .4));

  private static final Curve XAVIER = Curve.line("Xavier", X, v(.02, .01, .009, .004, .0015));

  private static double[] v(double... values) {
    return values;
  }

  /** One panel of the figure as it was painted. */
  private record Part(Shapes drawn, Frame frame, Sizes look) {
    Point2D at(int i, Function<Curve, double[]> part) {
      return frame.at(X[i], part.apply(HE)[i]);
    }
  }

  private static Part part(String which) {
    Figure figure =
        Figure.of("t", Panel.forward(List.of(HE, XAVIER)), Panel.backward(List.of(HE, XAVIER)));
    boolean lecture = which.endsWith("lecture");
    Shapes drawn = Shapes.of(lecture ? figure.lecture() : figure);
    Sizes look = lecture ? Sizes.lecture() : Sizes.page(2);
    return new Part(drawn, Frame.of(drawn, look.width(), look, which.startsWith("forward")), look);
  }

  private static Style style(String name) {
    return Objects.requireNonNull(Palette.styles(List.of("He", "Xavier")).get(name));
  }

  /** The one line among these that runs through all points of a part of the curve. */
  private static Shapes.Shape through(
      List<Shapes.Shape> lines, Part p, Function<Curve, double[]> part) {
    List<Shapes.Shape> found =
        lines.stream()
            .filter(
                l ->
                    java.util.stream.IntStream.range(0, X.length)
                        .allMatch(i -> l.distance(p.at(i, part)) < 0.3))
            .toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"forward", "backward", "forward lecture", "backward lecture"})
  void medianTheoryAndItsEdgesRunThroughTheirPoints(String which) {
    Part p = part(which);
    Sizes look = p.look();
    List<Shapes.Shape> medians = p.drawn().lines(style("He").color(), look.thick());
    Shapes.Shape median = through(medians, p, Curve::median);
    Shapes.Shape theory =
        through(p.drawn().lines(Sizes.THEORY_UNDER, 2 * look.thick()), p, Curve::theory);
    assertThat(p.drawn().all().indexOf(theory)).isLessThan(p.drawn().all().indexOf(median));
    List<Shapes.Shape> dotted = p.drawn().lines(Sizes.THEORY, look.thin());
    assertThat(dotted).hasSize(4);
    through(dotted, p, Curve::theoryLow);
    through(dotted, p, Curve::theoryHigh);
    assertThat(p.drawn().lines(Sizes.THEORY_UNDER)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"forward", "backward", "forward lecture", "backward lecture"})
  void theBandLiesBetweenLowAndHighAndNowhereElse(String which) {
    Part p = part(which);
    List<Shapes.Shape> bands = p.drawn().areas(style("He").veil());
    assertThat(bands).hasSize(2);
    assertThat(p.drawn().areas(style("Xavier").veil())).isEmpty();
    Shapes.Shape band = bands.get(which.startsWith("forward") ? 0 : 1);
    Path2D area = new Path2D.Double();
    area.moveTo(band.points().get(0).getX(), band.points().get(0).getY());
    band.points().forEach(q -> area.lineTo(q.getX(), q.getY()));
    for (int i = 0; i < X.length; i++) {
      double x = X[i] + (i == 0 ? 0.05 : i == X.length - 1 ? -0.05 : 0);
      Point2D low = p.frame().at(x, HE.low()[i]);
      Point2D high = p.frame().at(x, HE.high()[i]);
      assertThat(band.distance(low)).isLessThan(1.2);
      assertThat(band.distance(high)).isLessThan(1.2);
      assertThat(area.contains(low.getX(), low.getY() - 2)).isTrue();
      assertThat(area.contains(low.getX(), low.getY() + 2)).isFalse();
      assertThat(area.contains(high.getX(), high.getY() + 2)).isTrue();
      assertThat(area.contains(high.getX(), high.getY() - 2)).isFalse();
    }
  }

  /** Markers of five points each, in the colour of their curve, the two curves' at other places. */
  @ParameterizedTest
  @ValueSource(strings = {"forward", "backward", "forward lecture"})
  void markersStandOnTheirCurves(String which) {
    Part p = part(which);
    for (Curve c : List.of(HE, XAVIER)) {
      for (int i = 0; i < X.length; i++) {
        Point2D due = p.frame().at(X[i], c.median()[i]);
        assertThat(near(p.drawn().areas(style(c.name()).color()), due)).isEqualTo(1);
        assertThat(near(p.drawn().areas(Color.WHITE), due)).isGreaterThanOrEqualTo(1);
      }
    }
  }

  private static long near(List<Shapes.Shape> shapes, Point2D due) {
    return shapes.stream()
        .filter(s -> s.box().getWidth() < 30)
        .filter(s -> s.centre().distance(due) < 0.3)
        .count();
  }

  /** Names stand between the panels, each once, with a leader to its end in both. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aNameStandsOnceWithALeaderToBothEnds(boolean lecture) {
    Part left = part(lecture ? "forward lecture" : "forward");
    Part right = part(lecture ? "backward lecture" : "backward");
    for (Curve c : List.of(HE, XAVIER)) {
      Shapes.Text name = left.drawn().text(c.name());
      Point2D from = left.frame().at(60, c.median()[4]);
      Point2D to = right.frame().at(20, c.median()[0]);
      assertThat(name.y()).isCloseTo((from.getY() + to.getY()) / 2, within(0.5));
      assertThat(name.x()).isBetween(from.getX(), to.getX());
      assertThat(name.color()).isEqualTo(style(c.name()).ink());
      List<Shapes.Shape> leaders = left.drawn().lines(style(c.name()).color(), left.look().thin());
      assertThat(leaders).hasSize(2);
      assertThat(ends(leaders.get(0), from, name)).isTrue();
      assertThat(ends(leaders.get(1), to, name)).isTrue();
    }
  }

  private static boolean ends(Shapes.Shape leader, Point2D due, Shapes.Text name) {
    Point2D first = leader.points().get(0);
    Point2D last = leader.points().get(leader.points().size() - 1);
    return last.distance(due) < 0.3 && Math.abs(first.getY() - name.y()) < 0.01;
  }

  /** Beside a column of names a title has that column's width too. */
  @Test
  void aTitleRunsOnOverTheNamesBesideIt() {
    List<Curve> curves = List.of(Curve.line("He", new double[] {0, 1}, new double[] {1, 2}));
    var figure = Figure.of("t", Panel.forward(curves), Panel.backward(curves)).lecture();
    assertThat(Shapes.of(figure).words()).contains("forward: second moment of activations");
  }
}
