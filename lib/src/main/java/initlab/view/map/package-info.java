/** Heat maps, and matrices with their numbers in cells. */
@NullMarked
package initlab.view.map;

import org.jspecify.annotations.NullMarked;
