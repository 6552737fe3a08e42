/** Layer-sequential unit variance: the start that looks at data. */
@NullMarked
package initlab.nn.lsuv;

import org.jspecify.annotations.NullMarked;
