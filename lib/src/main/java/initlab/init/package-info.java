/**
 * How weights begin: activations and their gains, the shapes of weights with their fans, and every
 * initializer by its name in the field. Knows math and base.
 */
@NullMarked
package initlab.init;

import org.jspecify.annotations.NullMarked;
