package initlab.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class ValueTextTest {

  @Test
  void aShortArrayIsPrintedInFull() {
    assertThat(ValueText.text(new double[] {1, 2.5, 1e-9, Double.NaN}))
        .isEqualTo("double[4] {1, 2.500, 1.000e-9, NaN}");
    assertThat(ValueText.text(new int[0])).isEqualTo("int[0] {}");
    assertThat(ValueText.text(new String[] {"he", null})).isEqualTo("String[2] {he, null}");
  }

  @Test
  void aLongArrayShowsItsBeginning() {
    assertThat(ValueText.text(new float[1000]))
        .isEqualTo("float[1000] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...}");
  }

  @Test
  void aMatrixShowsItsShapeAndACorner() {
    var matrix = new DMatrixRMaj(100, 300);
    matrix.set(1, 0, -0.25);
    assertThat(ValueText.text(matrix).lines())
        .hasSize(8)
        .startsWith(
            "matrix (100 x 300)",
            "      0    0    0    0    0    0  ...",
            "-0.2500    0    0    0    0    0  ...")
        .endsWith("    ...  ...  ...  ...  ...  ...  ...");
  }

  @Test
  void aSmallMatrixIsPrintedInFull() {
    assertThat(ValueText.text(new double[][] {{1, 22}, {3.5, 4}}))
        .isEqualTo("double[][] (2 x 2)\n    1  22\n3.500   4");
  }

  @Test
  void raggedRowsArePrintedOneByOne() {
    assertThat(ValueText.text(new double[][] {{1}, {}}))
        .isEqualTo("double[][2] {double[1] {1}, double[0] {}}");
  }

  @Test
  void everythingElseSaysWhatItSays() {
    assertThat(ValueText.text(0.1 + 0.2)).isEqualTo("0.30000000000000004");
  }
}
