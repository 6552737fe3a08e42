package initlab.nn;

import initlab.init.Activation;
import initlab.init.WeightShape;

/**
 * What one layer will be, before it has weights: z = x W + b, a = f(z).
 *
 * @param shape of the weights (in x out)
 * @param activation f
 * @param bias whether there is a b, which starts at 0
 */
public record LayerPlan(WeightShape shape, Activation activation, boolean bias) {}
