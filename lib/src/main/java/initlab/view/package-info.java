/**
 * Pictures and tables of plain numbers. Apart from the room of refusals it knows no other room, and
 * it is the only one that knows XChart and Tablesaw.
 *
 * <p>{@link initlab.view.Drawing} is a picture with its words: {@link initlab.view.figure.Figure}
 * has panels of curves, {@link initlab.view.figure.Explorer} moves them with a slider, {@link
 * initlab.view.map.HeatMap} colours a grid, {@link initlab.view.map.MatrixGrid} prints a matrix,
 * {@link initlab.view.density.Densities} shows where values lie, {@link
 * initlab.view.scatter.Scatter} has points in a plane. {@link initlab.view.Table} has rows.
 */
@NullMarked
package initlab.view;

import org.jspecify.annotations.NullMarked;
