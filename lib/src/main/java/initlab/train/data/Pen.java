package initlab.train.data;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * One hand that writes a digit: how it turns, slants, resizes and moves the strokes, and how thick
 * its pen is.
 *
 * @param turn in radians
 * @param slant how far the top leans to the right, per unit of height
 * @param wide how much wider the digit is
 * @param tall how much taller the digit is
 * @param right how far it is moved to the right, of the picture's width 1
 * @param down how far it is moved down
 * @param thick half the pen's width
 */
record Pen(
    double turn, double slant, double wide, double tall, double right, double down, double thick) {

  /** The strokes of each digit: points (right, down) of a grid of 10 x 10, joined in turn. */
  private static final String[] STROKES = {
    "51 73 77 59 37 33 51",
    "33 51 59",
    "33 41 62 74 39 79",
    "31 71 54 76 68 38",
    "69 61 26 86",
    "71 31 34 64 76 68 38",
    "61 34 37 59 76 64 36",
    "31 71 49",
    "55 33 51 73 55 37 59 77 55",
    "74 55 33 51 74 69"
  };

  /** A hand of its own for each picture. */
  static Pen by(UniformRandomProvider rng) {
    return new Pen(
        around(rng, 0, 0.25),
        around(rng, 0, 0.25),
        around(rng, 1, 0.2),
        around(rng, 1, 0.15),
        around(rng, 0, 0.08),
        around(rng, 0, 0.08),
        around(rng, 0.065, 0.02));
  }

  private static double around(UniformRandomProvider rng, double middle, double most) {
    return middle + most * (2 * rng.nextDouble() - 1);
  }

  /** Writes a digit of side x side pixels, line after line, from this place on. */
  void write(int digit, int side, double[] to, int from) {
    double[][] points = points(STROKES[digit]);
    for (int row = 0; row < side; row++) {
      for (int col = 0; col < side; col++) {
        double distance = Double.POSITIVE_INFINITY;
        for (int i = 1; i < points.length; i++) {
          double x = (col + 0.5) / side;
          double y = (row + 0.5) / side;
          distance = Math.min(distance, toSegment(x, y, points[i - 1], points[i]));
        }
        to[from + row * side + col] = Math.max(0, Math.min(1, 1.5 - distance / thick));
      }
    }
  }

  private double[][] points(String stroke) {
    String[] words = stroke.split(" ", -1);
    double[][] points = new double[words.length][];
    for (int i = 0; i < words.length; i++) {
      double x = (words[i].charAt(0) - '5') / 10.0 * wide;
      double y = (words[i].charAt(1) - '5') / 10.0 * tall;
      double leaning = x - slant * y;
      points[i] =
          new double[] {
            0.5 + right + leaning * Math.cos(turn) - y * Math.sin(turn),
            0.5 + down + leaning * Math.sin(turn) + y * Math.cos(turn)
          };
    }
    return points;
  }

  /** The distance of a point from the stretch between two others. */
  private static double toSegment(double x, double y, double[] from, double[] to) {
    double dx = to[0] - from[0];
    double dy = to[1] - from[1];
    double along = ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy);
    double t = Math.max(0, Math.min(1, along));
    double right = x - from[0] - t * dx;
    double down = y - from[1] - t * dy;
    return Math.sqrt(right * right + down * down);
  }
}
