/** A network drawn as columns of circles. */
@NullMarked
package initlab.view.sketch;

import org.jspecify.annotations.NullMarked;
