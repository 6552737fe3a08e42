/** Experiments that ask one question each. */
@NullMarked
package initlab.study.experiment;

import org.jspecify.annotations.NullMarked;
