/**
 * Pictures and tables of plain numbers: curves, bands, rows. A leaf that knows base alone, and the
 * only one that knows XChart.
 *
 * <p>{@link initlab.view.Figure} has panels of curves, {@link initlab.view.Explorer} moves them
 * with a slider, {@link initlab.view.HeatMap} colours a grid, {@link initlab.view.Densities} shows
 * where values lie, {@link initlab.view.Table} has rows. Each gives a picture and its words.
 */
@NullMarked
package initlab.view;

import org.jspecify.annotations.NullMarked;
