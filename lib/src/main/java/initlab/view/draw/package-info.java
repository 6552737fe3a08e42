/**
 * What all pictures are painted with: pens, palettes, markers, PNG and SVG. Only the view rooms use
 * it.
 */
@NullMarked
package initlab.view.draw;

import org.jspecify.annotations.NullMarked;
