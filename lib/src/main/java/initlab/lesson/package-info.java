/**
 * What a notebook says to its reader: the line it opens with, predictions, checks of exercises, and
 * what the ledger found of the claims of texts.
 */
@NullMarked
package initlab.lesson;

import org.jspecify.annotations.NullMarked;
