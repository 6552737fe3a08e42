/**
 * What a reader types into a page, as what the library knows: an activation, or a rule for weights,
 * by its name or as a formula. A formula is read here and nowhere evaluated as a script, so that a
 * link with one in it can do nothing but arithmetic.
 */
@NullMarked
package initlab.init.parse;

import org.jspecify.annotations.NullMarked;
