/**
 * Numbers: moments, Gaussian expectations, split random streams, matrix products. Knows no other
 * room.
 */
@NullMarked
package initlab.math;

import org.jspecify.annotations.NullMarked;
