/**
 * What should happen, computed without any network: how variances and gradients map from layer to
 * layer in the limit of many neurons, and how finite width bends that. Never sees the nn room.
 */
@NullMarked
package initlab.theory;

import org.jspecify.annotations.NullMarked;
