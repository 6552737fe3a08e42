/** What is wrong with a net: symptoms, the diagnosis, and a repair that was tried. */
@NullMarked
package initlab.study.doctor;

import org.jspecify.annotations.NullMarked;
