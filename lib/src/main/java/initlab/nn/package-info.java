/**
 * Networks of any kind of layer. A {@link initlab.nn.Plan} holds layers and no weights; a {@link
 * initlab.nn.Start} makes it a {@link initlab.nn.Network}, most often by {@link initlab.nn.Rules};
 * a {@link initlab.nn.Pass} goes through it forward and backward. The kinds of layer are in {@code
 * initlab.nn.layer}, which this room does not know.
 */
@NullMarked
package initlab.nn;

import org.jspecify.annotations.NullMarked;
