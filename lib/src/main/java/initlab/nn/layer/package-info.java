/** Every kind of layer, and plans made of them. Knows the nn room, which never knows this one. */
@NullMarked
package initlab.nn.layer;

import org.jspecify.annotations.NullMarked;
