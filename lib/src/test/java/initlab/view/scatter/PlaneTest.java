package initlab.view.scatter;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.view.draw.Cells;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The window of a scatter holds all that is drawn in it. */
class PlaneTest {
  private static Rectangle2D window(Plane plane) {
    return Plane.window(List.of(plane));
  }

  /** Cells of width 1 around 0 and 1, of height 2 around 10 and 12. */
  @Test
  void theOuterCellsOfARegionAreSeenWhole() {
    Cells cells = Cells.of(new double[] {0, 1}, new double[] {10, 12}, new double[2][2]);
    Rectangle2D window = window(Plane.of("p").over(cells));
    assertThat(window.contains(new Rectangle2D.Double(-0.5, 9, 2, 4))).isTrue();
    assertThat(window.getMaxX()).isLessThan(2);
    assertThat(window.getMaxY()).isLessThan(14);
  }

  @Test
  void aCircleAndTheOriginOfArrowsAreInIt() {
    assertThat(window(Plane.of("p").circle(3)).contains(new Rectangle2D.Double(-3, -3, 6, 6)))
        .isTrue();
    double[] far = {5};
    Mark arrow = Mark.of("a", far, far, Mark.Kind.ARROWS);
    assertThat(window(Plane.of("p").with(arrow)).contains(0, 0)).isTrue();
    Mark point = Mark.of("a", far, far, Mark.Kind.POINTS);
    assertThat(window(Plane.of("p").with(point)).contains(0, 0)).isFalse();
  }
}
