/** Training, and made-up data to train and measure on. Knows the nn room. */
@NullMarked
package initlab.train;

import org.jspecify.annotations.NullMarked;
