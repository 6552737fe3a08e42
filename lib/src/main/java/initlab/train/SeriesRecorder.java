package initlab.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Series that grow, one number a look. */
final class SeriesRecorder {
  private final List<Integer> steps = new ArrayList<>();
  private final Map<String, List<Double>> series = new LinkedHashMap<>();

  void look(int step) {
    steps.add(step);
  }

  void add(String name, double number) {
    series.computeIfAbsent(name, n -> new ArrayList<>()).add(number);
  }

  /** Appends a number to every series that has none yet for the current look. */
  void level(Map<String, Double> numbers) {
    numbers.forEach(
        (name, number) -> {
          if (series.getOrDefault(name, List.of()).size() < steps.size()) {
            add(name, number);
          }
        });
  }

  int[] steps() {
    return steps.stream().mapToInt(Integer::intValue).toArray();
  }

  Map<String, double[]> series() {
    Map<String, double[]> all = new LinkedHashMap<>();
    series.forEach((name, list) -> all.put(name, list.stream().mapToDouble(d -> d).toArray()));
    return all;
  }
}
