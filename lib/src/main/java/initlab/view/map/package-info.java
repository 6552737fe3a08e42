/** Heat maps. */
@NullMarked
package initlab.view.map;

import org.jspecify.annotations.NullMarked;
