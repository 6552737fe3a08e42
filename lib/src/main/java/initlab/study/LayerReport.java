package initlab.study;

import initlab.math.Moments;

/**
 * What one layer looked like in one pass.
 *
 * @param layer 1 ... L; 0 is the input, which has no pre-activations and no weights
 * @param preActivation moments of z
 * @param activation moments of a
 * @param dead share of neurons that are 0 on the whole batch
 * @param gradient moments of dL/da
 * @param weightGradient moments of dL/dW
 */
public record LayerReport(
    int layer,
    Moments preActivation,
    Moments activation,
    double dead,
    Moments gradient,
    Moments weightGradient) {}
