/** Figures: panels of curves with bands, and the explorer that moves them with a slider. */
@NullMarked
package initlab.view.figure;

import org.jspecify.annotations.NullMarked;
