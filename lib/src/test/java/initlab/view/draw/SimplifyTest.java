package initlab.view.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import org.junit.jupiter.api.Test;

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
}
