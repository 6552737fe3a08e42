package initlab.math;

import initlab.base.Args;
import org.ejml.data.DMatrixRMaj;

/**
 * A matrix product: out(i, j) is line i of a times line j of b. It is computed in tiles of four
 * lines of each, for each number that is read is then used four times, and sixteen sums grow side
 * by side. Every sum runs along its lines from the first number to the last.
 */
final class Tiles {
  private static final int TILE = 4;

  /** So many lines of b at once for one of a: as many of its columns are next to each other. */
  private static final int STRIP = 8;

  private final Lines a;
  private final Lines b;
  private final double[] out;

  private Tiles(Lines a, Lines b, DMatrixRMaj out) {
    this.a = a;
    this.b = b;
    this.out = out.data;
  }

  /**
   * Writes the product of all lines of a by all lines of b.
   *
   * @param out is reshaped and overwritten
   * @throws IllegalArgumentException if the lines of one are longer than those of the other, or out
   *     is one of the two
   */
  static void multiply(Lines a, Lines b, DMatrixRMaj out) {
    if (a.length != b.length) {
      throw Args.bad("the inner size of b", b.length, "" + a.length, "It is that of a.");
    }
    if (out.data == a.data || out.data == b.data) {
      throw new IllegalArgumentException("A product cannot be written over a factor of its own.");
    }
    out.reshape(a.count, b.count);
    if (b.count == 1) { // a column has its numbers where a row has them
      new Tiles(b, a, out).all();
    } else {
      new Tiles(a, b, out).all();
    }
  }

  private void all() {
    if (a.length == 1) {
      numbers();
      return;
    }
    int whole = a.count - a.count % TILE;
    for (int i = 0; i < whole; i += TILE) {
      fourLines(i);
    }
    for (int i = whole; i < a.count; i++) {
      oneLine(i);
    }
  }

  /** Where no line has more than one number. */
  private void numbers() {
    double[] y = b.data;
    double[] products = out;
    int aside = b.next;
    int count = b.count;
    for (int i = 0; i < a.count; i++) {
      double x = a.data[i * a.next];
      int row = i * count;
      for (int j = 0; j < count; j++) {
        products[row + j] = x * y[j * aside];
      }
    }
  }

  private void fourLines(int i) {
    int whole = b.count - b.count % TILE;
    for (int j = 0; j < whole; j += TILE) {
      tile(i, j);
    }
    for (int j = whole; j < b.count; j++) {
      for (int line = i; line < i + TILE; line++) {
        single(line, j);
      }
    }
  }

  private void oneLine(int i) {
    int whole = b.count - b.count % STRIP;
    for (int j = 0; j < whole; j += STRIP) {
      strip(i, j);
    }
    for (int j = whole; j < b.count; j++) {
      single(i, j);
    }
  }

  /** Lines i to i + 3 by lines j to j + 3. */
  private void tile(int i, int j) {
    double[] x = a.data;
    double[] y = b.data;
    int ahead = a.next;
    int aside = b.next;
    double c00 = 0, c01 = 0, c02 = 0, c03 = 0;
    double c10 = 0, c11 = 0, c12 = 0, c13 = 0;
    double c20 = 0, c21 = 0, c22 = 0, c23 = 0;
    double c30 = 0, c31 = 0, c32 = 0, c33 = 0;
    int s = i * ahead;
    int t = j * aside;
    for (int p = a.length; p > 0; p--, s += a.step, t += b.step) {
      double y0 = y[t];
      double y1 = y[t + aside];
      double y2 = y[t + 2 * aside];
      double y3 = y[t + 3 * aside];
      double x0 = x[s];
      c00 += x0 * y0;
      c01 += x0 * y1;
      c02 += x0 * y2;
      c03 += x0 * y3;
      double x1 = x[s + ahead];
      c10 += x1 * y0;
      c11 += x1 * y1;
      c12 += x1 * y2;
      c13 += x1 * y3;
      double x2 = x[s + 2 * ahead];
      c20 += x2 * y0;
      c21 += x2 * y1;
      c22 += x2 * y2;
      c23 += x2 * y3;
      double x3 = x[s + 3 * ahead];
      c30 += x3 * y0;
      c31 += x3 * y1;
      c32 += x3 * y2;
      c33 += x3 * y3;
    }
    put(i, j, c00, c01, c02, c03);
    put(i + 1, j, c10, c11, c12, c13);
    put(i + 2, j, c20, c21, c22, c23);
    put(i + 3, j, c30, c31, c32, c33);
  }

  /** Line i by lines j to j + 7. */
  private void strip(int i, int j) {
    double[] x = a.data;
    double[] y = b.data;
    int aside = b.next;
    double c0 = 0, c1 = 0, c2 = 0, c3 = 0, c4 = 0, c5 = 0, c6 = 0, c7 = 0;
    int s = i * a.next;
    int t = j * aside;
    for (int p = a.length; p > 0; p--, s += a.step, t += b.step) {
      double number = x[s];
      c0 += number * y[t];
      c1 += number * y[t + aside];
      c2 += number * y[t + 2 * aside];
      c3 += number * y[t + 3 * aside];
      c4 += number * y[t + 4 * aside];
      c5 += number * y[t + 5 * aside];
      c6 += number * y[t + 6 * aside];
      c7 += number * y[t + 7 * aside];
    }
    put(i, j, c0, c1, c2, c3);
    put(i, j + TILE, c4, c5, c6, c7);
  }

  private void single(int i, int j) {
    double sum = 0;
    int s = i * a.next;
    int t = j * b.next;
    for (int p = a.length; p > 0; p--, s += a.step, t += b.step) {
      sum += a.data[s] * b.data[t];
    }
    out[i * b.count + j] = sum;
  }

  private void put(int i, int j, double c0, double c1, double c2, double c3) {
    int at = i * b.count + j;
    out[at] = c0;
    out[at + 1] = c1;
    out[at + 2] = c2;
    out[at + 3] = c3;
  }
}
