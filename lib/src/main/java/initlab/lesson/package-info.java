/**
 * What a notebook says to its reader: the line it opens with, predictions, checks of exercises, and
 * claims with what was measured.
 */
@NullMarked
package initlab.lesson;

import org.jspecify.annotations.NullMarked;
