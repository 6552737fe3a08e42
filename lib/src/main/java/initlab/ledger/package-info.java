/**
 * The ledger: every claim that the lessons judge, as code. A claim has a sentence, the texts that
 * say it, a measurement that runs when it is asked for, and verdicts that depend on what that
 * measures.
 */
@NullMarked
package initlab.ledger;

import org.jspecify.annotations.NullMarked;
