package initlab.init.parse;

/** A formula that has been read: its value and its slope, for two variables a and b. */
interface Expression {
  /** The value. */
  double at(double a, double b);

  /** The derivative by a; at a kink the slope to its left, as the library's activations have it. */
  double slope(double a, double b);

  /** A slope times what the chain rule puts before it; a part that does not move adds nothing. */
  static double chain(double slope, double factor) {
    return slope == 0 ? 0 : slope * factor;
  }

  /** A number. */
  record Literal(double value) implements Expression {
    @Override
    public double at(double a, double b) {
      return value;
    }

    @Override
    public double slope(double a, double b) {
      return 0;
    }
  }

  /** a, or else b. */
  record Variable(boolean first) implements Expression {
    @Override
    public double at(double a, double b) {
      return first ? a : b;
    }

    @Override
    public double slope(double a, double b) {
      return first ? 1 : 0;
    }
  }

  /** left + sign right. */
  record Sum(Expression left, int sign, Expression right) implements Expression {
    @Override
    public double at(double a, double b) {
      return left.at(a, b) + sign * right.at(a, b);
    }

    @Override
    public double slope(double a, double b) {
      return left.slope(a, b) + sign * right.slope(a, b);
    }
  }

  /** left times right. */
  record Product(Expression left, Expression right) implements Expression {
    @Override
    public double at(double a, double b) {
      return left.at(a, b) * right.at(a, b);
    }

    @Override
    public double slope(double a, double b) {
      return chain(left.slope(a, b), right.at(a, b)) + chain(right.slope(a, b), left.at(a, b));
    }
  }

  /** left over right. */
  record Quotient(Expression left, Expression right) implements Expression {
    @Override
    public double at(double a, double b) {
      return left.at(a, b) / right.at(a, b);
    }

    @Override
    public double slope(double a, double b) {
      double below = right.at(a, b);
      return left.slope(a, b) / below - chain(right.slope(a, b), at(a, b) / below);
    }
  }

  /** base^exponent. */
  record Power(Expression base, Expression exponent) implements Expression {
    @Override
    public double at(double a, double b) {
      return Math.pow(base.at(a, b), exponent.at(a, b));
    }

    @Override
    public double slope(double a, double b) {
      double x = base.at(a, b);
      double n = exponent.at(a, b);
      return chain(base.slope(a, b), n * Math.pow(x, n - 1))
          + chain(exponent.slope(a, b), at(a, b) * Math.log(x));
    }
  }

  /** A function of one number. */
  record Call(Function function, Expression inside) implements Expression {
    @Override
    public double at(double a, double b) {
      return function.value().applyAsDouble(inside.at(a, b));
    }

    @Override
    public double slope(double a, double b) {
      double outer = function.slope().applyAsDouble(inside.at(a, b));
      return chain(inside.slope(a, b), outer);
    }
  }

  /** The larger of two, or the smaller. */
  record Extreme(boolean larger, Expression left, Expression right) implements Expression {
    @Override
    public double at(double a, double b) {
      double x = left.at(a, b);
      double y = right.at(a, b);
      return larger ? Math.max(x, y) : Math.min(x, y);
    }

    @Override
    public double slope(double a, double b) {
      double x = left.at(a, b);
      double y = right.at(a, b);
      if (x == y) { // to the left of where two lines cross, the flatter one is the larger
        double one = left.slope(a, b);
        double other = right.slope(a, b);
        return larger ? Math.min(one, other) : Math.max(one, other);
      }
      return x > y == larger ? left.slope(a, b) : right.slope(a, b);
    }
  }

  /** condition ? yes : no. */
  record Choice(Condition condition, Expression yes, Expression no) implements Expression {
    private Expression chosen(double a, double b) {
      return condition.holds(a, b) ? yes : no;
    }

    @Override
    public double at(double a, double b) {
      return chosen(a, b).at(a, b);
    }

    @Override
    public double slope(double a, double b) {
      return chosen(a, b).slope(a, b);
    }
  }

  /** left &lt; right, and so on. */
  record Condition(Expression left, String sign, Expression right) {
    boolean holds(double a, double b) {
      double x = left.at(a, b);
      double y = right.at(a, b);
      return switch (sign) {
        case "<" -> x < y;
        case ">" -> x > y;
        case "<=" -> x <= y;
        default -> x >= y;
      };
    }
  }
}
