/**
 * Display and progress on the notebook kernel: the only room that knows a kernel's API, and the
 * only reader of {@code view}'s bundles.
 */
@NullMarked
package initlab.kernel;

import org.jspecify.annotations.NullMarked;
