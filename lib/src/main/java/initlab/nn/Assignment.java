package initlab.nn;

import initlab.base.Args;
import initlab.init.Initializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one parameter gets of the rules, and why.
 *
 * @param parameter what is drawn
 * @param by the initializer; empty where loaded numbers are kept
 * @param why which rule named it
 */
record Assignment(Parameter parameter, Optional<Initializer> by, String why) {

  /** One for each parameter of a network, all rules having been looked at. */
  static List<Assignment> all(
      Network net, List<Rule> rules, Defaults otherwise, List<String> kept) {
    rules.forEach(rule -> namesSomething(net, rule));
    kept.forEach(path -> wasLoaded(net, path));
    return net.parameters().stream().map(p -> of(p, rules, otherwise, kept)).toList();
  }

  private static void namesSomething(Network net, Rule rule) {
    if (rule.must() && net.parameters().stream().noneMatch(rule::names)) {
      throw Args.bad(
          "the rule for " + rule.what(), "of no use", "one that names a parameter", some(net));
    }
  }

  private static void wasLoaded(Network net, String path) {
    boolean any = net.parameters().stream().anyMatch(p -> p.loaded() && under(path, p));
    if (!any) {
      throw Args.bad(
          "keep(\"" + path + "\")",
          "without anything loaded there",
          "a path of what was loaded",
          "Load first: net.parameter(path).load(numbers).");
    }
  }

  private static String some(Network net) {
    List<String> paths = net.parameters().stream().map(Parameter::path).toList();
    int most = 8;
    return "This network has "
        + String.join(", ", paths.subList(0, Math.min(most, paths.size())))
        + (paths.size() > most ? ", ... (" + paths.size() + " in all)." : ".");
  }

  private static boolean under(String path, Parameter p) {
    return p.uses().stream().anyMatch(use -> Rule.path(path).test(p, use));
  }

  /** What the rules make of one parameter. */
  static Assignment of(Parameter p, List<Rule> rules, Defaults otherwise, List<String> kept) {
    if (kept.stream().anyMatch(path -> under(path, p)) && p.loaded()) {
      return new Assignment(p, Optional.empty(), "loaded, kept" + more(p, rules, 0));
    }
    Optional<Rule> first = firstFor(p, rules);
    Optional<Initializer> by = first.map(Rule::draws).or(() -> otherwise.of(p));
    if (by.isEmpty()) {
      throw Args.bad(
          "the rule for " + p.path(), "missing", "given", "Give one for each layer of the plan.");
    }
    if (p.loaded()) {
      throw Args.bad(
          "the rule for " + p.path(),
          by.get().name() + ", which would overwrite what was loaded",
          "left out",
          "Say keep(\"" + p.path() + "\").");
    }
    String why = first.map(Rule::what).orElse(otherwise.why(p));
    return new Assignment(p, by, why + more(p, rules, 1));
  }

  /** The first rule that names it; a tied parameter must have one first rule in all its uses. */
  private static Optional<Rule> firstFor(Parameter p, List<Rule> rules) {
    List<Optional<Rule>> found =
        p.uses().stream()
            .map(use -> rules.stream().filter(r -> r.matches().test(p, use)).findFirst())
            .distinct()
            .toList();
    List<Rule> named = found.stream().flatMap(Optional::stream).toList();
    if (named.size() > 1) {
      throw Args.bad(
          "the rules for "
              + p.path()
              + ", which is one parameter in "
              + p.uses().size()
              + " places",
          named.stream().map(Rule::what).toList(),
          "a single one",
          "Name its first place only: on(\"" + p.path() + "\", ...).");
    }
    return named.stream().findFirst();
  }

  /** Names later rules that would have drawn it too, and other places of a tied parameter. */
  private static String more(Parameter p, List<Rule> rules, int first) {
    List<String> also =
        rules.stream().filter(rule -> rule.names(p)).skip(first).map(Rule::what).toList();
    List<String> places =
        p.uses().stream()
            .skip(1)
            .map(Parameter.Use::path)
            .collect(Collectors.toCollection(ArrayList::new));
    if (places.size() > 3) {
      places.subList(2, places.size() - 1).clear();
      places.set(1, "...");
    }
    return (also.isEmpty() ? "" : "; named later too: " + String.join(", ", also))
        + (places.isEmpty() ? "" : "; tied: " + String.join(", ", places));
  }

  /** One line a parameter. */
  static String table(List<Assignment> drawings) {
    List<List<String>> rows =
        drawings.stream()
            .map(
                d ->
                    List.of(
                        d.parameter().path(),
                        d.parameter().shape().toString(),
                        d.parameter().role().toString(),
                        d.by().map(Initializer::name).orElse("(as loaded)"),
                        d.why()))
            .toList();
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      for (int c = 0; c < 4; c++) {
        int column = c;
        int width = rows.stream().mapToInt(r -> r.get(column).length()).max().orElse(1);
        text.append(String.format(Locale.ROOT, "%-" + width + "s  ", row.get(c)));
      }
      text.append(row.get(4)).append('\n');
    }
    return text.toString();
  }
}
