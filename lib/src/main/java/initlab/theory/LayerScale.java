package initlab.theory;

import initlab.base.Numbers;
import initlab.init.Activation;

/**
 * What theory needs to know of one layer.
 *
 * @param activation f
 * @param forward fan_in Var(W), usually written sigma_w^2
 * @param backward fan_out Var(W)
 * @param bias Var(b), usually written sigma_b^2
 */
public record LayerScale(Activation activation, double forward, double backward, double bias) {

  /** A layer whose biases are 0. */
  public LayerScale(Activation activation, double forward, double backward) {
    this(activation, forward, backward, 0);
  }

  /** "ReLU, fan_in Var(W) 2, fan_out Var(W) 2, Var(b) 0". */
  @Override
  public String toString() {
    return activation.name()
        + ", fan_in Var(W) "
        + Numbers.brief(forward, 6)
        + ", fan_out Var(W) "
        + Numbers.brief(backward, 6)
        + ", Var(b) "
        + Numbers.brief(bias, 6);
  }
}
