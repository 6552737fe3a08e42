package initlab.view.draw;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Leaves out the points of a path that nobody could see: a long straight line needs only two. */
public final class Simplify {
  /** Pixels that a line may be off; a fifth of a pixel of a PNG. */
  private static final double TOLERANCE = 0.1;

  /** So many points are thinned at once: thinning may take as many steps as their square. */
  private static final int PIECE = 1000;

  /** Width of the columns in which many points are merged: half a pixel of a PNG. */
  private static final double COLUMN = 0.25;

  private final Path2D.Double out = new Path2D.Double();
  private final List<Point2D> run = new ArrayList<>();

  private Simplify() {}

  /** The path of straight pieces, in pixels, with as few points as it takes. */
  public static Path2D path(Path2D path) {
    Simplify thin = new Simplify();
    double[] to = new double[6];
    for (PathIterator it = path.getPathIterator(null); !it.isDone(); it.next()) {
      if (it.currentSegment(to) == PathIterator.SEG_MOVETO) {
        thin.flush();
      }
      thin.run.add(new Point2D.Double(to[0], to[1]));
    }
    thin.flush();
    return thin.out;
  }

  private void flush() {
    if (!run.isEmpty()) {
      if (run.size() > PIECE) {
        mergeColumns();
      }
      out.moveTo(run.get(0).getX(), run.get(0).getY());
      for (int from = 0; from < run.size() - 1; from += PIECE) {
        keep(from, Math.min(run.size() - 1, from + PIECE));
      }
      run.clear();
    }
  }

  /** Of many points in one column of pixels only the first, the two extremes and the last show. */
  private void mergeColumns() {
    List<Point2D> all = List.copyOf(run);
    run.clear();
    int from = 0;
    for (int i = 1; i <= all.size(); i++) {
      if (i == all.size() || Math.abs(all.get(i).getX() - all.get(from).getX()) > COLUMN) {
        column(all.subList(from, i));
        from = i;
      }
    }
  }

  private void column(List<Point2D> points) {
    int least = 0;
    int most = 0;
    for (int i = 1; i < points.size(); i++) {
      least = points.get(i).getY() < points.get(least).getY() ? i : least;
      most = points.get(i).getY() > points.get(most).getY() ? i : most;
    }
    IntStream.of(0, least, most, points.size() - 1)
        .sorted()
        .distinct()
        .forEach(i -> run.add(points.get(i)));
  }

  /** Draws from one point to another, by way of the farthest in between while that shows. */
  private void keep(int from, int to) {
    int farthest = from;
    double most = TOLERANCE;
    Point2D a = run.get(from);
    Point2D b = run.get(to);
    for (int i = from + 1; i < to; i++) {
      Point2D p = run.get(i);
      double off = Line2D.ptSegDist(a.getX(), a.getY(), b.getX(), b.getY(), p.getX(), p.getY());
      if (off > most) {
        most = off;
        farthest = i;
      }
    }
    if (farthest > from) {
      keep(from, farthest);
      keep(farthest, to);
    } else if (to > from) {
      out.lineTo(b.getX(), b.getY());
    }
  }
}
