/** What training makes small. */
@NullMarked
package initlab.nn.loss;

import org.jspecify.annotations.NullMarked;
