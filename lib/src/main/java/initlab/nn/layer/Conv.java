package initlab.nn.layer;

import initlab.base.Args;
import initlab.init.Activation;
import initlab.init.ConvKernel;
import initlab.init.WeightShape;
import initlab.nn.Layer;
import initlab.nn.Memory;
import initlab.nn.Role;
import initlab.nn.Signal;
import initlab.nn.Slot;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * A convolution: at each window z = patch W + b, a = f(z), for a patch (1 x taps in / groups), tap
 * by tap, and W (taps in / groups x out), b (1 x out). Each of {@link Conv1d}, {@link Conv2d} and
 * {@link Conv3d} makes one. As in every library the kernel is not flipped.
 *
 * <p>fan_in = taps in / groups: the products that enter one output away from the borders. fan_out =
 * taps out / (groups stride^d), the outputs that one input reaches, in d dimensions, where the
 * stride divides the kernel or on average. At the borders zeros stand in for what is missing: with
 * padding 1, a corner of an image has 4 of the 9 taps of a 3 x 3 kernel, and 4/9 of the variance.
 *
 * <p>A transposed convolution is the way back of an ordinary one: each input is multiplied by W (in
 * x taps out / groups) and spread over its window. Its fans change places, and its stride divides
 * fan_in.
 *
 * @param stencil the window
 * @param channels how many come out
 * @param activation f
 * @param bias whether there is a b, which starts at 0
 */
public record Conv(Stencil stencil, Channels channels, Activation activation, boolean bias)
    implements Layer {
  private static final int TURNED = 2; // a scratch matrix; Sliding takes 0 and 1

  public Conv {
    Args.given(activation, "the activation", "Use RELU, TANH, or a lambda.");
  }

  /** The same with windows so many places apart, in every dimension. */
  public Conv stride(int places) {
    return with(stencil.stride(places));
  }

  /** The same with so many zeros at either end of every dimension. */
  public Conv padding(int zeros) {
    Args.atLeast(0, zeros, "the padding", "0 adds none; .same() keeps all places.");
    return with(stencil.padding(zeros));
  }

  /**
   * The same with as many zeros around as keep all places, whatever the dilation.
   *
   * @throws IllegalArgumentException if a size of the kernel is even, or the stride is not 1
   */
  public Conv same() {
    return with(stencil.padding(Stencil.SAME));
  }

  /** The same with neighbouring taps so many places apart. */
  public Conv dilation(int places) {
    return with(stencil.dilation(places));
  }

  /** The same in so many groups: each group of outputs sees its own group of inputs alone. */
  public Conv groups(int groups) {
    return new Conv(stencil, channels.groups(groups), activation, bias);
  }

  private Conv with(Stencil other) {
    return new Conv(other, channels, activation, bias);
  }

  @Override
  public Conv withoutBias() {
    return new Conv(stencil, channels, activation, false);
  }

  @Override
  public Conv withBias() {
    return new Conv(stencil, channels, activation, true);
  }

  /** The same with another activation. */
  public Conv activation(Activation other) {
    return new Conv(stencil, channels, other, bias);
  }

  @Override
  public Signal out(Signal in) {
    channels.mustFit(in);
    stencil.grid(in, channels.out(in));
    return stencil.out(in, channels.out(in));
  }

  private WeightShape shape(Signal in) {
    return WeightShape.convolution(
        new ConvKernel(
            stencil.size(),
            in.channels(),
            channels.out(in),
            channels.groups(in),
            stencil.stride(),
            stencil.transposed()));
  }

  @Override
  public List<Slot> slots(Signal in) {
    Slot w = Slot.weight("W", shape(in));
    return bias ? List.of(w, Slot.vector("b", channels.out(in), Role.BIAS)) : List.of(w);
  }

  @Override
  public void forward(Memory m) {
    if (stencil.transposed()) {
      sliding(m).spread(m.x(), turned(m), m.z());
    } else {
      sliding(m).gather(m.x(), m.value(0), m.z());
    }
    if (bias) {
      Dense.addToRows(m.value(1), m.z());
    }
  }

  @Override
  public void backward(Memory m) {
    if (m.wantsGradients()) {
      gradients(m);
    }
    if (stencil.transposed()) {
      sliding(m).gather(m.dz(), turned(m), m.dx());
    } else {
      sliding(m).spread(m.dz(), m.value(0), m.dx());
    }
  }

  private void gradients(Memory m) {
    if (stencil.transposed()) {
      DMatrixRMaj turned = m.scratch(TURNED, m.value(0).numCols, m.value(0).numRows);
      sliding(m).weights(m.dz(), m.x(), turned);
      CommonOps_DDRM.transpose(turned, m.gradient(0));
    } else {
      sliding(m).weights(m.x(), m.dz(), m.gradient(0));
    }
    if (bias) {
      Dense.sumRows(m.dz(), m.gradient(1));
    }
  }

  /** The kernel of the convolution whose way back this is: W^T. */
  private static DMatrixRMaj turned(Memory m) {
    DMatrixRMaj w = m.value(0);
    return CommonOps_DDRM.transpose(w, m.scratch(TURNED, w.numCols, w.numRows));
  }

  private Sliding sliding(Memory m) {
    int in = m.in().channels();
    int out = m.out().channels();
    boolean back = stencil.transposed();
    Grid grid = stencil.grid(m.in(), out);
    return new Sliding(m, grid, back ? out : in, back ? in : out, channels.groups(m.in()));
  }

  @Override
  public boolean needsInput() {
    return false;
  }

  /** Such as "conv 3 x 3, stride 2, to 64, ReLU". */
  @Override
  public String toString() {
    return "conv " + stencil + ", " + channels + ", " + activation.name();
  }
}
