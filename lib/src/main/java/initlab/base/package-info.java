/**
 * What every room may use: checks of arguments, numbers and errors in words, progress, work done
 * side by side, and what is known of the machine. Knows no other room.
 */
@NullMarked
package initlab.base;

import org.jspecify.annotations.NullMarked;
