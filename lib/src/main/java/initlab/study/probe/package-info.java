/** One net, one pass: what is measured, layer by layer. */
@NullMarked
package initlab.study.probe;

import org.jspecify.annotations.NullMarked;
