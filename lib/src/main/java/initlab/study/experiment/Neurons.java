package initlab.study.experiment;

import initlab.base.Args;
import initlab.init.Initializer;
import initlab.math.Matrices;
import initlab.nn.Network;
import initlab.nn.Start;
import initlab.train.Training;
import initlab.view.scatter.Scatter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The neurons of the first layer of a net with two inputs, as points in the plane of their two
 * weights, and under them what the net answers at each place of the plane of its inputs.
 *
 * <pre>{@code
 * Neurons.of(training, Init.constant(0.5), 1).at(0, 50, 400)
 * }</pre>
 */
public final class Neurons {
  private static final int GRID = 41;

  private final Training training;
  private final Start start;
  private final long seed;

  private Neurons(Training training, Start start, long seed) {
    this.training = training;
    this.start = start;
    this.seed = seed;
  }

  /**
   * Of a training that begins like this.
   *
   * @throws IllegalArgumentException unless the net has two inputs and one output
   */
  public static Neurons of(Training training, Start start, long seed) {
    Args.given(training, "the training", "Such as Training.of(plan, Data.xor(200, 1)).");
    size("the number of inputs", training.plan().inputs(), 2);
    size("the number of outputs", training.plan().outputs(), 1);
    return new Neurons(training, start, seed);
  }

  /** The same, every layer drawn by one rule. */
  public static Neurons of(Training training, Initializer rule, long seed) {
    return of(training, Start.drawn(rule), seed);
  }

  private static void size(String what, int given, int due) {
    if (given != due) {
      throw Args.bad(what, given, "" + due, "Only then a picture is the plane.");
    }
  }

  /** The network after so many steps; each is trained anew, so none disturbs another. */
  private Network after(int steps) {
    Args.atLeast(0, steps, "steps", "0 is the start.");
    Network net =
        steps == 0
            ? training.plan().init(start, seed)
            : training.steps(steps).from(start, seed).net();
    Matrices.finite(net.layer(1).weights(), "the weights of layer 1 after step " + steps);
    return net;
  }

  /**
   * A panel for each of these steps: neurons as arrows, the sign of the output as shading, all in
   * one window.
   */
  public Scatter at(int... steps) {
    Args.atLeast(1, steps.length, "the number of steps", "Such as at(0, 50, 400).");
    List<Network> nets = Arrays.stream(steps).mapToObj(this::after).toList();
    double[] grid = grid(1.2 * nets.stream().mapToDouble(Neurons::largestWeight).max().orElse(1));
    String title = "Neurons of layer 1, start " + start.name();
    Scatter picture = Scatter.of(title).axes("weight of x1", "weight of x2");
    for (int i = 0; i < steps.length; i++) {
      Network net = nets.get(i);
      picture =
          picture
              .panel("step " + steps[i])
              .region(grid, grid, answers(net, grid))
              .arrows(start.name(), weightsOf(net, 0), weightsOf(net, 1));
    }
    return picture;
  }

  /** The weights of one input to all neurons. */
  private static double[] weightsOf(Network net, int input) {
    DMatrixRMaj w = net.layer(1).weights();
    return IntStream.range(0, w.numCols).mapToDouble(j -> w.get(input, j)).toArray();
  }

  /** The largest size of a weight; 1 where all are smaller. */
  private static double largestWeight(Network net) {
    return Math.max(1, CommonOps_DDRM.elementMaxAbs(net.layer(1).weights()));
  }

  private static double[] grid(double reach) {
    return IntStream.range(0, GRID).mapToDouble(i -> reach * (2.0 * i / (GRID - 1) - 1)).toArray();
  }

  /** The output at each place, one row for each x2. */
  private static double[][] answers(Network net, double[] grid) {
    DMatrixRMaj places = new DMatrixRMaj(GRID * GRID, 2);
    for (int row = 0; row < GRID; row++) {
      for (int col = 0; col < GRID; col++) {
        places.set(row * GRID + col, 0, grid[col]);
        places.set(row * GRID + col, 1, grid[row]);
      }
    }
    DMatrixRMaj output = net.forward(places).output();
    double[][] answers = new double[GRID][];
    for (int row = 0; row < GRID; row++) {
      answers[row] = Arrays.copyOfRange(output.data, row * GRID, (row + 1) * GRID);
    }
    return answers;
  }
}
