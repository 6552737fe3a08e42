package initlab.init;

import initlab.base.Args;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The geometry of a convolution in any number of dimensions.
 *
 * <p>As a matrix, a convolution's weights are (taps in/groups x out), tap by tap: z = patch W.
 * Those of a transposed one are (in x taps out/groups): each input is spread as x W. Dilation and
 * padding change neither.
 *
 * @param size taps in each dimension
 * @param in input channels
 * @param out output channels
 * @param groups into which both are divided; divides both
 * @param stride steps between neighbouring patches, in every dimension
 * @param transposed whether it spreads instead of gathers
 */
public record ConvKernel(
    List<Integer> size, int in, int out, int groups, int stride, boolean transposed) {

  public ConvKernel {
    size = List.copyOf(size);
    size.forEach(k -> Args.atLeast(1, k, "the kernel size", "1 is a layer of one tap."));
    Args.atLeast(1, in, "the number of input channels", "A layer needs at least one.");
    Args.atLeast(1, out, "the number of output channels", "A layer needs at least one.");
    Args.atLeast(1, groups, "groups", "1 is an ordinary convolution.");
    Args.atLeast(1, stride, "stride", "1 visits every place.");
    if (in % groups != 0 || out % groups != 0) {
      throw Args.bad(
          "groups",
          groups,
          "a divisor of " + in + " and of " + out,
          "Each group takes its share of the input channels and of the output channels.");
    }
  }

  /** The number of places under the kernel. */
  public int taps() {
    return Counts.product("taps", size.stream().mapToInt(Integer::intValue).toArray());
  }

  /** Input channels of one group. */
  public int groupIn() {
    return in / groups;
  }

  /** Output channels of one group. */
  public int groupOut() {
    return out / groups;
  }

  int rows() {
    return transposed ? in : Counts.product("rows", taps(), groupIn());
  }

  int cols() {
    return transposed ? Counts.product("cols", taps(), groupOut()) : out;
  }

  /**
   * A stride of s keeps one output in s along each of d dimensions, so that one input reaches s^d
   * times fewer of them: fan_out is divided by s^d, and fan_in where transposed.
   */
  Fans fans() {
    double reached = Math.pow(stride, size.size());
    double in = (double) taps() * groupIn() / (transposed ? reached : 1);
    double out = (double) taps() * groupOut() / (transposed ? 1 : reached);
    return new Fans(in, out, from(groupIn(), transposed), from(groupOut(), !transposed));
  }

  private String from(int channels, boolean strided) {
    String product = text(" * ") + " * " + channels;
    return strided && stride > 1 ? product + " / " + stride + "^" + size.size() : product;
  }

  String text(String separator) {
    return size.stream().map(String::valueOf).collect(Collectors.joining(separator));
  }

  /**
   * Where the weight from an input to an output lies in the row-major matrix.
   *
   * @param tap 0 ... taps - 1
   * @param input 0 ... groupIn - 1, counted inside the output's group
   * @param output 0 ... out - 1
   */
  public int index(int tap, int input, int output) {
    if (!transposed) {
      return (tap * groupIn() + input) * out + output;
    }
    int row = output / groupOut() * groupIn() + input;
    return row * cols() + tap * groupOut() + output % groupOut();
  }

  /**
   * The tap in the middle.
   *
   * @throws IllegalArgumentException if a size is even
   */
  public int centre() {
    int centre = 0;
    for (int k : size) {
      if (k % 2 == 0) {
        throw Args.bad("the kernel size", k, "odd", "An even kernel has no tap in its middle.");
      }
      centre = centre * k + k / 2;
    }
    return centre;
  }

  @Override
  public String toString() {
    String grouped = groups > 1 ? ", " + groups + " groups" : "";
    String strided = stride > 1 ? ", stride " + stride : "";
    return text(" x ") + " x " + in + " x " + out + grouped + strided;
  }
}
