package initlab.init.parse;

import java.util.Arrays;

/** A formula that has been read, for two variables a and b. */
interface Expression {
  /**
   * The values, and the derivatives by a where a has slopes; at a kink the slope to its left, as
   * the library's activations have it. Neither column is modified, and either may be returned.
   *
   * @param b as long as a
   */
  Column at(Column a, Column b);

  /** A slope times what the chain rule puts before it; a part that does not move adds nothing. */
  static double chain(double slope, double factor) {
    return slope == 0 ? 0 : slope * factor;
  }

  /** A number. */
  record Literal(double value) implements Expression {
    @Override
    public Column at(Column a, Column b) {
      Column all = a.blank();
      Arrays.fill(all.values(), value);
      return all;
    }
  }

  /** a, or else b. */
  record Variable(boolean first) implements Expression {
    @Override
    public Column at(Column a, Column b) {
      return first ? a : b;
    }
  }

  /** What becomes of two expressions, number by number. */
  interface OfTwo extends Expression {
    Expression left();

    Expression right();

    /** Writes what becomes of x and y. */
    void values(double[] x, double[] y, double[] out);

    /** Writes the slopes of that, unless out is empty: nobody asks for them then. */
    void slopes(Column x, Column y, double[] values, double[] out);

    @Override
    default Column at(Column a, Column b) {
      Column x = left().at(a, b);
      Column y = right().at(a, b);
      Column out = a.blank();
      values(x.values(), y.values(), out.values());
      slopes(x, y, out.values(), out.slopes());
      return out;
    }
  }

  /** left + sign right. */
  record Sum(Expression left, int sign, Expression right) implements OfTwo {
    @Override
    public void values(double[] x, double[] y, double[] out) {
      for (int i = 0; i < out.length; i++) {
        out[i] = x[i] + sign * y[i];
      }
    }

    @Override
    public void slopes(Column x, Column y, double[] values, double[] out) {
      values(x.slopes(), y.slopes(), out);
    }
  }

  /** left times right. */
  record Product(Expression left, Expression right) implements OfTwo {
    @Override
    public void values(double[] x, double[] y, double[] out) {
      for (int i = 0; i < out.length; i++) {
        out[i] = x[i] * y[i];
      }
    }

    @Override
    public void slopes(Column x, Column y, double[] values, double[] out) {
      double[] u = x.values();
      double[] du = x.slopes();
      double[] v = y.values();
      double[] dv = y.slopes();
      for (int i = 0; i < out.length; i++) {
        out[i] = chain(du[i], v[i]) + chain(dv[i], u[i]);
      }
    }
  }

  /** left over right. */
  record Quotient(Expression left, Expression right) implements OfTwo {
    @Override
    public void values(double[] x, double[] y, double[] out) {
      for (int i = 0; i < out.length; i++) {
        out[i] = x[i] / y[i];
      }
    }

    @Override
    public void slopes(Column x, Column y, double[] values, double[] out) {
      double[] du = x.slopes();
      double[] v = y.values();
      double[] dv = y.slopes();
      for (int i = 0; i < out.length; i++) {
        out[i] = du[i] / v[i] - chain(dv[i], values[i] / v[i]);
      }
    }
  }

  /** left^right. */
  record Power(Expression left, Expression right) implements OfTwo {
    @Override
    public void values(double[] x, double[] y, double[] out) {
      for (int i = 0; i < out.length; i++) {
        out[i] = Math.pow(x[i], y[i]);
      }
    }

    @Override
    public void slopes(Column x, Column y, double[] values, double[] out) {
      for (int i = 0; i < out.length; i++) {
        double base = x.values()[i];
        double n = y.values()[i];
        double du = x.slopes()[i];
        double dn = y.slopes()[i];
        double byBase = du == 0 || n == 0 ? 0 : du * (Math.pow(base, n - 1) * n);
        out[i] = byBase + (dn == 0 ? 0 : dn * chain(values[i], Math.log(base)));
      }
    }
  }

  /** The larger of two, or the smaller. */
  record Extreme(boolean larger, Expression left, Expression right) implements OfTwo {
    @Override
    public void values(double[] x, double[] y, double[] out) {
      for (int i = 0; i < out.length; i++) {
        out[i] = larger ? Math.max(x[i], y[i]) : Math.min(x[i], y[i]);
      }
    }

    @Override
    public void slopes(Column x, Column y, double[] values, double[] out) {
      for (int i = 0; i < out.length; i++) {
        double u = x.values()[i];
        double v = y.values()[i];
        double du = x.slopes()[i];
        double dv = y.slopes()[i];
        out[i] = u == v ? atTheCrossing(du, dv) : u > v == larger ? du : dv;
      }
    }

    /** To the left of where two lines cross, the flatter one is the larger. */
    private double atTheCrossing(double du, double dv) {
      return larger ? Math.min(du, dv) : Math.max(du, dv);
    }
  }

  /** A function of one number. */
  record Call(Function function, Expression inside) implements Expression {
    @Override
    public Column at(Column a, Column b) {
      Column x = inside.at(a, b);
      Column out = a.blank();
      function.values(x.values(), out.values());
      double[] slopes = out.slopes();
      if (slopes.length > 0) {
        function.slopes(x.values(), out.values(), slopes);
      }
      for (int i = 0; i < slopes.length; i++) {
        slopes[i] = chain(x.slopes()[i], slopes[i]);
      }
      return out;
    }
  }

  /** condition ? yes : no. */
  record Choice(Condition condition, Expression yes, Expression no) implements Expression {
    @Override
    public Column at(Column a, Column b) {
      boolean[] holds = condition.holds(a, b);
      Column one = yes.at(a, b);
      Column other = no.at(a, b);
      Column out = a.blank();
      Arrays.setAll(out.values(), i -> (holds[i] ? one : other).values()[i]);
      Arrays.setAll(out.slopes(), i -> (holds[i] ? one : other).slopes()[i]);
      return out;
    }
  }

  /** left &lt; right, and so on. */
  record Condition(Expression left, String sign, Expression right) {
    boolean[] holds(Column a, Column b) {
      double[] x = left.at(a, b).values();
      double[] y = right.at(a, b).values();
      boolean[] holds = new boolean[x.length];
      for (int i = 0; i < x.length; i++) {
        holds[i] = holds(x[i], y[i]);
      }
      return holds;
    }

    private boolean holds(double x, double y) {
      return switch (sign) {
        case "<" -> x < y;
        case ">" -> x > y;
        case "<=" -> x <= y;
        default -> x >= y;
      };
    }
  }
}
