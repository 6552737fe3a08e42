package initlab.theory;

import initlab.init.Activation;
import initlab.math.Gaussian;
import java.util.List;

/**
 * What one wide layer makes of the moments of a signal on its way forward, and by how much it
 * multiplies the second moment of gradients on their way back. Weights are independent of each
 * other and of what comes back.
 */
public sealed interface MomentMap {

  /**
   * The moments that come out.
   *
   * @throws IllegalArgumentException if they cannot be told from the moments that come in
   */
  SignalMoments forward(SignalMoments in);

  /** The second moment of dL/dx over that of dL/da, where these moments came in; throws alike. */
  double backward(SignalMoments in);

  /** The second moment of what comes out before the layer's activation. */
  default double preActivation(SignalMoments in) {
    return forward(in).second();
  }

  /** A dense layer, a = f(x W + b). */
  record Dense(LayerScale scale) implements MomentMap {
    private Apply f() {
      return new Apply(scale.activation());
    }

    private SignalMoments z(SignalMoments in) {
      return SignalMoments.normal(preActivation(in));
    }

    @Override
    public SignalMoments forward(SignalMoments in) {
      return f().forward(z(in));
    }

    @Override
    public double backward(SignalMoments in) {
      return scale.backward() * f().backward(z(in));
    }

    @Override
    public double preActivation(SignalMoments in) {
      return scale.forward() * in.second() + scale.bias();
    }
  }

  /** An activation alone, a = f(x), of numbers that are N(0, q). */
  record Apply(Activation f) implements MomentMap {
    private boolean linear() {
      return f == Activation.LINEAR;
    }

    private static double normal(SignalMoments in) {
      if (!in.normal()) {
        throw new IllegalArgumentException("E f is known of normal numbers only.");
      }
      return in.second();
    }

    @Override
    public SignalMoments forward(SignalMoments in) {
      if (linear()) {
        return in;
      }
      double q = normal(in);
      double mean = Gaussian.expect(f::apply, 0, Math.sqrt(q));
      double second = MeanField.of(f).activationMoment(q);
      boolean none = mean * mean <= 1e-20 * second; // of an odd function, to rounding
      return new SignalMoments(second, none ? 0 : mean, false);
    }

    @Override
    public double backward(SignalMoments in) {
      return linear() ? 1 : MeanField.of(f).slopeMoment(normal(in));
    }

    @Override
    public double preActivation(SignalMoments in) {
      return in.second();
    }
  }

  /**
   * Normalization over the channels of a place, scale 1 and shift 0: layer norm where it is
   * centred, else by the root mean square.
   */
  record Norm(boolean centred, double epsilon) implements MomentMap {
    private double divisor(SignalMoments in) {
      double spread = centred ? in.variance() : in.second();
      if (!(spread >= 0)) {
        throw new IllegalArgumentException("The mean that is taken away is not known.");
      }
      return spread + epsilon;
    }

    @Override
    public SignalMoments forward(SignalMoments in) {
      double by = divisor(in);
      return centred
          ? new SignalMoments(in.variance() / by, 0, in.normal())
          : in.times(1 / Math.sqrt(by));
    }

    @Override
    public double backward(SignalMoments in) {
      return 1 / divisor(in);
    }
  }

  /** x + scale branch(x); the branch has weights, so that what it sends back is independent. */
  record Residual(double scale, List<MomentMap> branch) implements MomentMap {

    /** A block with this branch. */
    public Residual {
      branch = List.copyOf(branch);
    }

    /**
     * E (x + c b)^2 = E x^2 + 2 c E x E b + c^2 E b^2: a neuron's x and what the branch's weights
     * make of all others are independent.
     */
    @Override
    public SignalMoments forward(SignalMoments in) {
      SignalMoments given = in;
      for (MomentMap map : branch) {
        given = map.forward(given);
      }
      SignalMoments b = given.times(scale);
      double cross = b.mean() == 0 ? 0 : 2 * in.mean() * b.mean();
      return new SignalMoments(
          in.second() + cross + b.second(), in.mean() + b.mean(), in.normal() && b.normal());
    }

    @Override
    public double backward(SignalMoments in) {
      SignalMoments given = in;
      double factor = scale * scale;
      for (MomentMap map : branch) {
        factor *= map.backward(given);
        given = map.forward(given);
      }
      return 1 + factor;
    }
  }
}
