package initlab.nn;

/**
 * One look at one layer while LSUV runs.
 *
 * @param layer 1 ... L
 * @param attempt how often the layer had been rescaled before this look
 * @param mean of the layer's pre-activations over the batch
 * @param variance of the layer's pre-activations over the batch
 */
public record LsuvAttempt(int layer, int attempt, double mean, double variance) {}
