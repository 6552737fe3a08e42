package initlab.view.figure;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Says which line of a figure is what. */
final class FigureKey {
  private FigureKey() {}

  static String of(List<Panel> panels, List<Scale> scales) {
    List<Curve> all = panels.stream().flatMap(p -> p.curves().stream()).toList();
    StringJoiner key = new StringJoiner(" \u00B7 ");
    if (all.stream().anyMatch(Curve::hasBand)) {
      key.add("colour: median").add("band: 5\u201395 % of seeds");
    }
    if (all.stream().anyMatch(Curve::hasTheory)) {
      key.add("grey beneath: theory" + meanings(all));
    }
    if (all.stream().anyMatch(Curve::hasTheoryBand)) {
      key.add("dotted: its 5\u201395 %");
    }
    if (scales.stream().distinct().count() > 1) {
      key.add("each panel its own range");
    }
    return key.toString();
  }

  /** Such as {@code , mean} or {@code , mean or median}; nothing where no curve says it. */
  private static String meanings(List<Curve> all) {
    String said =
        all.stream()
            .filter(Curve::hasTheory)
            .map(Curve::theoryIs)
            .filter(words -> !words.isBlank())
            .distinct()
            .collect(Collectors.joining(" or "));
    return said.isEmpty() ? "" : ", " + said;
  }
}
