/** Data sets: made up on the spot, read from files, standardized. */
@NullMarked
package initlab.train.data;

import org.jspecify.annotations.NullMarked;
