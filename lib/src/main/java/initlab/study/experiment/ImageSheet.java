package initlab.study.experiment;

import initlab.train.data.Dataset;
import initlab.view.map.Images;
import java.util.Arrays;

/** The first samples of a data set as small pictures, each with the number of its class. */
public final class ImageSheet {
  private ImageSheet() {}

  /**
   * So many pictures, ten a row.
   *
   * @throws IllegalArgumentException unless 1 &lt;= count &lt;= samples, or if the number of
   *     features is no square
   */
  public static Images of(Dataset data, int count) {
    Dataset shown = data.take(count);
    int side = (int) Math.round(Math.sqrt(shown.x().numCols));
    Images sheet = Images.of(data.name() + ", " + side + " x " + side + " pixels");
    for (int i = 0; i < count; i++) {
      int from = i * shown.x().numCols;
      double[] pixels = Arrays.copyOfRange(shown.x().data, from, from + shown.x().numCols);
      sheet = sheet.and(String.valueOf(label(shown, i)), pixels);
    }
    return sheet;
  }

  private static int label(Dataset data, int row) {
    int best = 0;
    for (int c = 1; c < data.y().numCols; c++) {
      best = data.y().get(row, c) > data.y().get(row, best) ? c : best;
    }
    return best;
  }
}
