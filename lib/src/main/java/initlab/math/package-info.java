/**
 * Numbers: moments, Gaussian expectations, split random streams, matrix products. Knows base alone.
 */
@NullMarked
package initlab.math;

import org.jspecify.annotations.NullMarked;
