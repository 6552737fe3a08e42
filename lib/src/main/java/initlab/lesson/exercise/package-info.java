/**
 * The exercises of all lessons by their ids: what is asked, what is right, the mistakes that
 * readers make, and the hints. Each lesson has a class of its own; {@code Trial} tries an answer
 * and knows no exercise. The room around it shows what comes out.
 */
@NullMarked
package initlab.lesson.exercise;

import org.jspecify.annotations.NullMarked;
