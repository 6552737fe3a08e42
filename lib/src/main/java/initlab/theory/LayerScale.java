package initlab.theory;

import initlab.init.Activation;

/**
 * What theory needs to know of one layer.
 *
 * @param activation f
 * @param forward fan_in Var(W), usually written sigma_w^2
 * @param backward fan_out Var(W)
 */
public record LayerScale(Activation activation, double forward, double backward) {}
