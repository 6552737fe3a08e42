/**
 * What every room may use: checks of arguments, progress, and work done side by side. Knows no
 * other room.
 */
@NullMarked
package initlab.base;

import org.jspecify.annotations.NullMarked;
