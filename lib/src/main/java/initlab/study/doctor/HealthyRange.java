package initlab.study.doctor;

import initlab.init.Activation;
import initlab.init.Distribution;
import initlab.init.Gain;
import initlab.math.Moments;
import initlab.math.RandomStreams;
import initlab.study.probe.UnitShares;
import initlab.theory.MeanField;
import java.util.stream.DoubleStream;
import org.ejml.data.DMatrixRMaj;

/**
 * What is healthy before step one: the numbers by which the doctor judges, and which the course's
 * card of formulas repeats. A range is {low, high}. What counts as flat is a matter of measuring:
 * {@link UnitShares#FLAT}.
 */
final class HealthyRange {
  /**
   * Second moments are level that differ by less than this factor: 10 in size. Chance alone makes
   * it 50 in one of twenty ReLU nets of 100 neurons and 50 layers.
   */
  static final double LEVEL = 100;

  /** A column of the input may have this second moment or its inverse; standardized ones have 1. */
  static final double INPUT = 10;

  /** So many neurons may be dead: a net that is ten per cent narrower still works as planned. */
  static final double DEAD = 0.1;

  /** So many of the neurons that are steep at z ~ N(0, 1) may be flat instead. */
  static final double FLATTENED = 1.0 / 3;

  /** Samples whose mean cosine is above this are one sample to the layers behind. */
  static final double ALIKE = 0.98;

  /** Inputs whose mean cosine is above this were alike before the net saw them. */
  static final double ALIKE_ALREADY = 0.9;

  /** fan_in Var W is what is due to this factor: five standard errors of 800 weights' variance. */
  static final double DUE = 1.25;

  /** The share of E f(Z)^2 that a layer of some dozens of neurons keeps, whatever the weights. */
  private static final double CHANCE = 2;

  private static final double BEYOND = 1e6;

  private HealthyRange() {}

  /** Second moments of one layer over those of another. */
  static double[] level() {
    return new double[] {1 / LEVEL, LEVEL};
  }

  /** Second moments of the columns of the input. */
  static double[] input() {
    return new double[] {1 / INPUT, INPUT};
  }

  /** fan_in Var W over what is due. */
  static double[] due() {
    return new double[] {1 / DUE, DUE};
  }

  /**
   * The fan_in Var W that keeps E a^2 at 1, the second-moment gain squared; NaN where there is
   * none.
   */
  static double needed(Activation f) {
    try {
      return Math.pow(Gain.secondMoment(f), 2);
    } catch (IllegalArgumentException | ArithmeticException noSuchExpectation) {
      return Double.NaN;
    }
  }

  /**
   * E f(0.1 Z)^2 to E f(10 Z)^2: pre-activations of second moment 1 to a factor {@link #LEVEL},
   * widened by 1 %. Of activations that are level there, as the sigmoid, half of E f(Z)^2 is
   * healthy too. What is bounded cannot explode: it saturates. Where no such expectation exists,
   * nothing is unhealthy.
   */
  static double[] signal(Activation f) {
    try {
      MeanField field = MeanField.of(f);
      double low = field.activationMoment(1 / LEVEL);
      double high = field.activationMoment(LEVEL);
      if (low + high == Double.POSITIVE_INFINITY) {
        return new double[] {0, Double.POSITIVE_INFINITY};
      }
      double most = bounded(f) ? Double.POSITIVE_INFINITY : 1.01 * Math.max(low, high);
      double least = Math.min(0.99 * Math.min(low, high), field.activationMoment(1) / CHANCE);
      return new double[] {least, most};
    } catch (IllegalArgumentException | ArithmeticException noSuchExpectation) {
      return new double[] {0, Double.POSITIVE_INFINITY};
    }
  }

  private static boolean bounded(Activation f) {
    double near =
        DoubleStream.iterate(-10, z -> z <= 10, z -> z + 0.5)
            .map(f::apply)
            .map(Math::abs)
            .max()
            .orElse(0);
    return Math.abs(f.apply(BEYOND)) <= 2 * near && Math.abs(f.apply(-BEYOND)) <= 2 * near;
  }

  /**
   * From 0 to u + (1 - u) / 3, with u the flat share at z ~ N(0, 1): a layer that passes two thirds
   * of the gradient that it could. For tanh 0.38, for ReLU 0.67.
   */
  static double[] saturated(Activation f) {
    DMatrixRMaj z = new DMatrixRMaj(100, 100);
    Distribution.NORMAL.fill(1, RandomStreams.fixed(0, "healthy", 0), z.data, z.getNumElements());
    double usual = UnitShares.saturated(z, f);
    return new double[] {0, usual + (1 - usual) * FLATTENED};
  }

  /** From 0 to 0.1 + 3 * 2^-n: a tenth, and the neurons that are off on all n samples by chance. */
  static double[] dead(int n) {
    return new double[] {0, DEAD + 3 * Math.pow(0.5, n)};
  }

  /** The mean cosine of samples, whose inputs have this one. */
  static double[] cosine(double ofInputs) {
    return new double[] {-1, ofInputs < ALIKE_ALREADY ? ALIKE : 2};
  }

  /** The largest second moment of a column of x (batch x in). */
  static double largestColumn(DMatrixRMaj x) {
    double largest = 0;
    double[] column = new double[x.numRows];
    for (int col = 0; col < x.numCols; col++) {
      for (int row = 0; row < x.numRows; row++) {
        column[row] = x.get(row, col);
      }
      largest = Math.max(largest, Moments.of(column).secondMoment());
    }
    return largest;
  }
}
