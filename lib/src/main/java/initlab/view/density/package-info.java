/** Where values lie, layer below layer. */
@NullMarked
package initlab.view.density;

import org.jspecify.annotations.NullMarked;
