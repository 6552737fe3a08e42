/** Starts trained side by side, seed after seed. */
@NullMarked
package initlab.study.race;

import org.jspecify.annotations.NullMarked;
