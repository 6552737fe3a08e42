package initlab.view.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.view.Pixels;
import initlab.view.draw.Sizes;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatrixGridTest {
  private static final double[][] W = {
    {0.5, 0.5, 0.25, 0.5, -1.2345}, {1, 1, 2e-9, 1, Double.POSITIVE_INFINITY}
  };

  private static MatrixGrid grid(double[][] rows) {
    return MatrixGrid.of("W", rows).axes("input", "neuron");
  }

  @Test
  void theWordsAreTheNumbersAndWhichColumnsAreEqual() {
    assertThat(grid(W).text())
        .isEqualTo(
            """
            W
            2 inputs x 5 neurons
                0.5    0.5   0.25    0.5  -1.23
                  1      1   2e-9      1      \u221E
            equal neurons: 1, 2, 4""");
    assertThat(grid(new double[][] {{1, 2}}).text()).contains("no two neurons are equal");
  }

  @Test
  void equalColumnsHaveOneColourAndOthersArePaper() {
    for (MatrixGrid g : List.of(grid(W), grid(W).lecture())) {
      Pixels drawn = Pixels.of(g);
      Rectangle2D frame = g.painter().box();
      Color[] columns = new Color[5];
      for (int j = 0; j < 5; j++) {
        double left = frame.getX() + frame.getWidth() * (j + 0.06) / 5;
        columns[j] = drawn.at(left, frame.getY() + frame.getHeight() / 4);
      }
      assertThat(columns[0]).isEqualTo(columns[1]).isEqualTo(columns[3]);
      assertThat(columns[0]).isNotEqualTo(Sizes.PAPER);
      assertThat(columns[2]).isEqualTo(Sizes.PAPER);
      assertThat(columns[4]).isEqualTo(Sizes.PAPER);
    }
  }

  @Test
  void eachCellHoldsItsNumber() {
    Pixels drawn = Pixels.of(grid(W));
    Rectangle2D frame = grid(W).painter().box();
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 5; j++) {
        double width = frame.getWidth() / 5;
        double height = frame.getHeight() / 2;
        Rectangle2D cell =
            new Rectangle2D.Double(
                frame.getX() + j * width, frame.getY() + i * height, width, height);
        assertThat(drawn.count(cell, c -> c.getBlue() < 90)).isBetween(4L, 1000L);
      }
    }
  }

  @Test
  void columnsAreEqualUpToRoundingAndNanEqualsNothing() {
    assertThat(Matrix.of(new double[][] {{0.3, 0.1 + 0.2, 0.3 + 1e-9}}).equalColumns())
        .containsExactly(List.of(0, 1));
    assertThat(Matrix.of(new double[][] {{Double.NaN, Double.NaN}}).equalColumns()).isEmpty();
    double large = Double.POSITIVE_INFINITY;
    assertThat(Matrix.of(new double[][] {{large, -large, large}}).equalColumns())
        .containsExactly(List.of(0, 2));
  }

  @Test
  void twoGroupsHaveTwoColours() {
    MatrixGrid pairs = grid(new double[][] {{1, 2, 1, 2}});
    Pixels drawn = Pixels.of(pairs);
    Rectangle2D frame = pairs.painter().box();
    double y = frame.getY() + frame.getHeight() / 4;
    Color first = drawn.at(frame.getX() + 0.06 * frame.getWidth() / 4, y);
    Color second = drawn.at(frame.getX() + 1.06 * frame.getWidth() / 4, y);
    assertThat(second).isNotEqualTo(first).isNotEqualTo(Sizes.PAPER);
  }

  @Test
  void aLargeMatrixIsCutAndSaysSo() {
    double[][] large = new double[64][256];
    Arrays.stream(large).forEach(row -> Arrays.setAll(row, j -> j));
    Pixels drawn = Pixels.of(grid(large));
    assertThat(drawn.width()).isLessThan(800);
    assertThat(drawn.height()).isLessThan(450);
    assertThat(grid(large).svg()).contains("the first 16 x 12 of 64 x 256");
    assertThat(grid(large).text()).contains("64 inputs x 256 neurons").contains("\u2026");
  }

  @Test
  void badInputIsNamedWithItsCure() {
    assertThatThrownBy(() -> grid(new double[][] {{1, 2}, {1}}))
        .hasMessageContaining("length of row 2 is 1")
        .hasMessageContaining("that of row 1, 2");
    assertThatThrownBy(() -> grid(new double[0][0])).hasMessageContaining("empty");
    assertThatThrownBy(() -> MatrixGrid.of(" ", W)).hasMessageContaining("title is blank");
  }
}
