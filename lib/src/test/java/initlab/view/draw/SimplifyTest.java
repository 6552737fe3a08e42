package initlab.view.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimplifyTest {
  private static int points(Path2D path) {
    int n = 0;
    for (PathIterator it = path.getPathIterator(null); !it.isDone(); it.next()) {
      n++;
    }
    return n;
  }

  private static Path2D line(int n, double bend) {
    Path2D.Double path = new Path2D.Double();
    path.moveTo(0, 0);
    for (int i = 1; i < n; i++) {
      path.lineTo(i, i == n / 2 ? bend : 0);
    }
    return path;
  }

  @Test
  void aStraightLineKeepsItsTwoEnds() {
    Path2D thin = Simplify.path(line(300, 0));
    assertThat(points(thin)).isEqualTo(2);
    assertThat(thin.getBounds2D()).isEqualTo(line(300, 0).getBounds2D());
  }

  @Test
  void aBendThatShowsIsKeptAndOneThatDoesNotIsLeftOut() {
    assertThat(points(Simplify.path(line(300, 0.05)))).isEqualTo(2);
    assertThat(points(Simplify.path(line(300, 1)))).isEqualTo(5);
  }

  @Test
  void separatePiecesStaySeparate() {
    Path2D two = line(5, 0);
    two.moveTo(10, 1);
    two.lineTo(11, 1);
    assertThat(points(Simplify.path(two))).isEqualTo(4);
  }

  /** No point of the long way lies farther from the short one than nobody could see. */
  @ParameterizedTest
  @ValueSource(ints = {50, 900, 2000})
  void noPointMovesByMoreThanATenth(int n) {
    Random random = new Random(n);
    Path2D.Double path = new Path2D.Double();
    List<Point2D> all = new ArrayList<>();
    double y = 0;
    for (int i = 0; i < n; i++) {
      y += 0.2 * random.nextGaussian();
      Point2D p = new Point2D.Double(700.0 * i / n, y);
      all.add(p);
      if (i == 0) {
        path.moveTo(p.getX(), p.getY());
      } else {
        path.lineTo(p.getX(), p.getY());
      }
    }
    List<Point2D> kept = corners(Simplify.path(path));
    assertThat(kept.size()).isLessThan(n);
    assertThat(kept.get(0)).isEqualTo(all.get(0));
    assertThat(kept.get(kept.size() - 1)).isEqualTo(all.get(n - 1));
    for (Point2D p : all) {
      double least = Double.POSITIVE_INFINITY;
      for (int i = 1; i < kept.size(); i++) {
        Line2D part = new Line2D.Double(kept.get(i - 1), kept.get(i));
        least = Math.min(least, part.ptSegDist(p));
      }
      assertThat(least).isLessThan(n <= 1000 ? 0.1001 : 0.36);
    }
  }

  private static List<Point2D> corners(Path2D path) {
    List<Point2D> out = new ArrayList<>();
    double[] to = new double[6];
    for (PathIterator it = path.getPathIterator(null); !it.isDone(); it.next()) {
      it.currentSegment(to);
      out.add(new Point2D.Double(to[0], to[1]));
    }
    return out;
  }

  /** A hundred thousand points up and down: the extremes of every column of pixels stay. */
  @Test
  void aDenseZigzagKeepsItsExtremesAndTakesNoTime() {
    Path2D.Double path = new Path2D.Double();
    path.moveTo(0, 0);
    for (int i = 1; i < 100_000; i++) {
      path.lineTo(i / 500.0, i % 2 == 0 ? 0 : i == 55_555 ? 90 : 30);
    }
    long before = System.nanoTime();
    List<Point2D> kept = corners(Simplify.path(path));
    assertThat(System.nanoTime() - before).isLessThan(3_000_000_000L);
    assertThat(kept.size()).isBetween(1000, 6000);
    assertThat(kept).contains(new Point2D.Double(55_555 / 500.0, 90));
    for (int x = 0; x < 200; x += 20) {
      int column = x;
      assertThat(kept).anyMatch(p -> Math.abs(p.getX() - column) < 0.6 && p.getY() == 30);
      assertThat(kept).anyMatch(p -> Math.abs(p.getX() - column) < 0.6 && p.getY() == 0);
    }
  }
}
