package initlab.study.experiment;

import initlab.base.Args;
import initlab.base.Progress;
import initlab.init.Activation;
import initlab.init.Initializer;
import initlab.math.Moments;
import initlab.nn.Network;
import initlab.nn.Pass;
import initlab.nn.layer.Mlp;
import initlab.study.probe.UnitShares;
import initlab.train.data.Data;
import initlab.view.Displayable;
import initlab.view.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.ejml.data.DMatrixRMaj;

/**
 * How many slopes are open in a net's layers, for nets of different widths, and by what a layer
 * multiplies a gradient on its way back. A slope is open that is not flat ({@link
 * UnitShares#FLAT}).
 *
 * <pre>{@code
 * OpenSlopes.of(TANH, 5, Init.uniform(10), 8, 256)
 * }</pre>
 *
 * @param widths one each
 */
public record OpenSlopes(List<Width> widths) implements Displayable {
  private static final int SAMPLES = 8;
  private static final int NEURONS = 2048;

  /** Checks the parts. */
  public OpenSlopes {
    widths = List.copyOf(widths);
    Args.atLeast(1, widths.size(), "the number of widths", "Give some: 8, 256.");
  }

  /**
   * What layers of one width show, the mean over layers, samples and nets.
   *
   * @param width n, neurons per layer
   * @param size root mean square of z
   * @param open share of slopes that are open
   * @param without share of layers in which no neuron is open for a sample
   * @param factor n Var(W) E f'(z)^2, by which a layer multiplies the second moment of a gradient
   */
  public record Width(int width, double size, double open, double without, double factor) {}

  /**
   * Nets of so many layers, whose inputs are N(0, 1); the narrower, the more nets: of 256 neurons
   * 8.
   *
   * @throws IllegalArgumentException unless depth and widths are at least 1
   */
  public static OpenSlopes of(Activation f, int depth, Initializer rule, int... widths) {
    List<Width> found = new ArrayList<>();
    for (int width : widths) {
      Args.atLeast(1, width, "a width", "Take 8 or 256.");
      Tally tally = new Tally(width);
      for (int net = 1; net <= Math.max(2, NEURONS / width); net++) {
        tally.add(Mlp.deep(f, width, depth).init(rule, net), Data.normal(SAMPLES, width, net));
      }
      found.add(tally.width());
    }
    return new OpenSlopes(found);
  }

  /** Sums over layers. */
  private static final class Tally {
    private final int width;
    private int layers;
    private double squares;
    private double open;
    private double without;
    private double factor;

    Tally(int width) {
      this.width = width;
    }

    void add(Network net, DMatrixRMaj x) {
      Pass pass = net.forward(x);
      for (int l = 1; l <= net.depth(); l++) {
        Progress.checkInterrupted();
        Activation f = net.layer(l).activation();
        DMatrixRMaj z = pass.z(l);
        double[] slopes = new double[z.getNumElements()];
        for (int i = 0; i < slopes.length; i++) {
          slopes[i] = f.slope(z.data[i]);
        }
        layers++;
        squares += Moments.of(z).secondMoment();
        open += 1 - UnitShares.saturated(z, f);
        without += UnitShares.saturatedSamples(z, f);
        double weights = Moments.of(net.parameters().get(l - 1).value()).secondMoment();
        factor += width * weights * Moments.of(slopes).secondMoment();
      }
    }

    Width width() {
      double size = Math.sqrt(squares / layers);
      return new Width(width, size, open / layers, without / layers, factor / layers);
    }
  }

  /**
   * What layers of this width show.
   *
   * @throws IllegalArgumentException if it is none of those tried
   */
  public Width of(int width) {
    for (Width one : widths) {
      if (one.width == width) {
        return one;
      }
    }
    List<Integer> tried = widths.stream().map(Width::width).toList();
    throw Args.bad("the width", width, "one of " + tried, "Ask for one of these.");
  }

  /** One row a width. */
  public Table table() {
    return Table.of("Slopes per layer, and what they make of a gradient")
        .counts("width", widths.stream().mapToLong(Width::width).toArray())
        .numbers("std of z", each(Width::size))
        .numbers("slopes open", each(Width::open))
        .numbers("open per layer", each(one -> one.width * one.open))
        .numbers("layers with none open", each(Width::without))
        .numbers("gradient: factor per layer", each(Width::factor));
  }

  private double[] each(ToDoubleFunction<Width> number) {
    return widths.stream().mapToDouble(number).toArray();
  }

  @Override
  public Map<String, String> display() {
    return table().display();
  }

  @Override
  public String toString() {
    return table().toString();
  }
}
