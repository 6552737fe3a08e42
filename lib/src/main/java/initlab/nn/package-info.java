/**
 * Networks: plans without weights, layers with forward and backward passes, and the ways a network
 * begins. Knows the init and math rooms.
 */
@NullMarked
package initlab.nn;

import org.jspecify.annotations.NullMarked;
