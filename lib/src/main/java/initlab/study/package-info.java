/**
 * Measurement beside theory: what a network's signals and gradients are, layer by layer, over many
 * seeds. The one room where the witnesses nn and theory meet.
 */
@NullMarked
package initlab.study;

import org.jspecify.annotations.NullMarked;
