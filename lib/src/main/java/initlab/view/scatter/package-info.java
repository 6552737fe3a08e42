/** Points in a plane whose two axes have one scale. */
@NullMarked
package initlab.view.scatter;

import org.jspecify.annotations.NullMarked;
