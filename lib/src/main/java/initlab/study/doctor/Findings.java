package initlab.study.doctor;

import initlab.base.Numbers;
import initlab.view.Displayable;
import initlab.view.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The result of an examination; an empty list means healthy.
 *
 * @param net what was examined, in words
 * @param list the findings, causes first, then from the input on
 */
public record Findings(String net, List<Finding> list) implements Displayable {

  public Findings {
    list = List.copyOf(list);
  }

  /** Whether nothing was found. */
  public boolean healthy() {
    return list.isEmpty();
  }

  /** The finding of this fault, where there is one. */
  public Optional<Finding> of(Diagnosis fault) {
    return list.stream().filter(finding -> finding.fault() == fault).findFirst();
  }

  /** One row a finding. */
  public Table table() {
    return Table.of(net + (healthy() ? ": nothing found" : ""))
        .counts("layer", list.stream().mapToLong(Finding::layer).toArray())
        .words("finding", words(finding -> finding.fault().words()))
        .words("number", words(Finding::what))
        .numbers("is", list.stream().mapToDouble(Finding::number).toArray())
        .words("healthy", words(f -> Numbers.fixed(f.low()) + " to " + Numbers.fixed(f.high())))
        .words("likely cause", words(Finding::cause))
        .words("repair", words(Finding::repair))
        .known("after it", list.stream().mapToDouble(Finding::after).toArray());
  }

  private List<String> words(Function<Finding, String> part) {
    return list.stream().map(part).toList();
  }

  @Override
  public Map<String, String> display() {
    return table().display();
  }

  @Override
  public String toString() {
    return table().text();
  }
}
