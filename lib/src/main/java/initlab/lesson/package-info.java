/** What a lesson says to its reader: predictions, checks, and the line it opens with. */
@NullMarked
package initlab.lesson;

import org.jspecify.annotations.NullMarked;
