package initlab.study;

import java.util.List;

/** What several names have in common: "normal" for "normal, std 0.1" and "normal, std 1". */
final class StudyNames {
  private StudyNames() {}

  /**
   * The name itself where all are alike; else what they all begin with, up to its last comma; and
   * where that is nothing, "start 1".
   *
   * @param names at least one
   * @param nth which start of its study it is, from 0
   */
  static String common(List<String> names, int nth) {
    String first = names.get(0);
    if (names.stream().allMatch(first::equals)) {
      return first;
    }
    String shared = first;
    for (String name : names) {
      while (!name.startsWith(shared)) {
        shared = shared.substring(0, shared.length() - 1);
      }
    }
    int comma = shared.lastIndexOf(',');
    String words = (comma < 0 ? shared : shared.substring(0, comma)).strip();
    return words.isEmpty() ? "start " + (nth + 1) : words;
  }
}
