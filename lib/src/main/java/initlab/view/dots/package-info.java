/** Dots with whiskers in rows, panel beside panel. */
@NullMarked
package initlab.view.dots;

import org.jspecify.annotations.NullMarked;
