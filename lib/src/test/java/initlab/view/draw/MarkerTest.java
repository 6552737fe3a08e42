package initlab.view.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Shape;
import java.awt.geom.Point2D;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MarkerTest {
  @ParameterizedTest
  @EnumSource(Marker.class)
  void aMarkerStandsAroundItsPointAndGrowsWithItsSize(Marker marker) {
    Shape small = marker.at(10, 20, 8);
    Shape large = marker.at(10, 20, 16);
    assertThat(small.getBounds2D().getCenterX()).isCloseTo(10, within(0.01));
    assertThat(small.getBounds2D().getCenterY()).isCloseTo(20, within(1.3));
    assertThat(large.getBounds2D().getWidth())
        .isCloseTo(2 * small.getBounds2D().getWidth(), within(0.01));
    assertThat(Math.max(small.getBounds2D().getWidth(), small.getBounds2D().getHeight()))
        .isBetween(6.5, 10.5);
  }

  @Test
  void upAndDownPointThere() {
    assertThat(Marker.UP.at(0, 0, 10).contains(new Point2D.Double(3, 3.5))).isTrue();
    assertThat(Marker.UP.at(0, 0, 10).contains(new Point2D.Double(3, -3.5))).isFalse();
    assertThat(Marker.DOWN.at(0, 0, 10).contains(new Point2D.Double(3, -3.5))).isTrue();
    assertThat(Marker.DOWN.at(0, 0, 10).contains(new Point2D.Double(3, 3.5))).isFalse();
  }

  @Test
  void aBarIsWideAndAPostHigh() {
    assertThat(Marker.BAR.at(0, 0, 10).getBounds2D().getWidth()).isEqualTo(12.5);
    assertThat(Marker.BAR.at(0, 0, 10).getBounds2D().getHeight()).isEqualTo(5);
    assertThat(Marker.POST.at(0, 0, 10).getBounds2D().getWidth()).isEqualTo(5);
    assertThat(Marker.POST.at(0, 0, 10).getBounds2D().getHeight()).isEqualTo(12.5);
  }

  @Test
  void aCrossIsHollowAtItsSidesAndAnHourglassAtItsWaist() {
    Shape cross = Marker.CROSS.at(0, 0, 10);
    assertThat(cross.contains(0, 0)).isTrue();
    assertThat(cross.contains(4, 4)).isTrue();
    assertThat(cross.contains(0, 4.5)).isFalse();
    assertThat(cross.contains(4.5, 0)).isFalse();
    Shape glass = Marker.HOURGLASS.at(0, 0, 10);
    assertThat(glass.contains(0, 4)).isTrue();
    assertThat(glass.contains(4, 0.5)).isFalse();
    assertThat(Marker.DIAMOND.at(0, 0, 10).contains(4, 4)).isFalse();
    assertThat(Marker.SQUARE.at(0, 0, 10).contains(4, 4)).isTrue();
    assertThat(Marker.CIRCLE.at(0, 0, 10).contains(4, 4)).isFalse();
    assertThat(Marker.CIRCLE.at(0, 0, 10).contains(3, 3)).isTrue();
  }

  @Test
  void everyMarkerFollowsAnother() {
    Set<Marker> next = new HashSet<>();
    Arrays.stream(Marker.values()).forEach(m -> next.add(m.next()));
    assertThat(next).hasSize(Marker.values().length);
    assertThat(Marker.CIRCLE.next()).isEqualTo(Marker.SQUARE);
  }
}
