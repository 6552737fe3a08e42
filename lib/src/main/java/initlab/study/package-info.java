/**
 * Measurement beside theory: what a network's signals and gradients are, layer by layer, over many
 * seeds. The one room where the witnesses nn and theory meet.
 *
 * <p>Beside the standard figure: {@link initlab.study.Study#explore} moves one number with a
 * slider; {@link initlab.study.Study#activations} and {@code preActivations} show where values lie;
 * {@link initlab.study.experiment.PhasePlane} measures the plane of sigma_w and sigma_b.
 */
@NullMarked
package initlab.study;

import org.jspecify.annotations.NullMarked;
