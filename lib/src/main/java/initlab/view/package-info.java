/**
 * Pictures and tables of plain numbers: curves, bands, rows. A leaf that knows no other room, and
 * the only one that knows XChart.
 */
@NullMarked
package initlab.view;

import org.jspecify.annotations.NullMarked;
