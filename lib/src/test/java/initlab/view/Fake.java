package initlab.view;

import initlab.view.figure.Curve;
import initlab.view.figure.Figure;
import initlab.view.figure.Panel;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Made-up curves with the shapes of the course's seven starts. */
public final class Fake {
  private Fake() {}

  public static double[] layers(int depth) {
    return values(depth, l -> l);
  }

  public static double[] values(int depth, IntToDoubleFunction f) {
    return IntStream.rangeClosed(0, depth).mapToDouble(f::applyAsDouble).toArray();
  }

  /** A second moment that is multiplied by a rate at each layer, with a band of a factor 4. */
  public static Curve geometric(String name, int depth, double rate) {
    return Curve.band(
            name,
            layers(depth),
            values(depth, l -> Math.pow(rate, l)),
            values(depth, l -> Math.pow(rate, l) / 4),
            values(depth, l -> Math.pow(rate, l) * 4))
        .theory(values(depth, l -> Math.pow(rate, l)));
  }

  public static List<Curve> seven(int depth) {
    return List.of(
        geometric("zeros", depth, 0),
        geometric("too small", depth, 0.0128),
        geometric("too large", depth, 128),
        geometric("Xavier", depth, 0.5),
        geometric("He", depth, 1),
        geometric("orthogonal", depth, 0.5),
        geometric("LSUV", depth, 1));
  }

  public static Figure standard(int depth) {
    return Figure.of("Seven starts", Panel.forward(seven(depth)), Panel.backward(seven(depth)));
  }
}
