package initlab.study;

import initlab.base.Args;
import initlab.view.Table;
import initlab.view.figure.Figure;
import java.util.List;

/**
 * What a study found.
 *
 * @param study what was asked
 * @param rows one for each start, in the order asked
 */
public record Results(Study study, List<Result> rows) {

  /**
   * The row of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Result of(String name) {
    return rows.stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Args.bad(
                    "the name of a start",
                    name,
                    "one of " + rows.stream().map(Result::name).toList(),
                    "Names are those in the figure."));
  }

  /** Theory beside measurement, forward beside backward: the standard figure. */
  public Figure plot() {
    return StandardFigure.of(this);
  }

  /** The numbers at the figure's ends. */
  public Table table() {
    return StandardTable.of(this);
  }
}
