package initlab.view.draw;

import java.awt.Color;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names that are equal but for one number, such as gain 0.9, gain 1, gain 1.1: their colours run
 * from light orange through red to dark violet, so that the eye finds their order again.
 */
final class OrderedNames {
  /** Fewer are told apart by any two colours. */
  private static final int LEAST = 3;

  /** A number, which may be a fraction: 0.5, 1e-6, 1/4. */
  private static final Pattern NUMBER =
      Pattern.compile("(-?\\d+(?:\\.\\d+)?(?:e-?\\d+)?)(?:/(\\d+))?");

  /** From the least number to the greatest; lightness falls, which colour-blind readers see too. */
  private static final Color[] RAMP = {
    new Color(0xDF8A00), new Color(0xC8435A), new Color(0x8A2A82), new Color(0x2E1A66)
  };

  private OrderedNames() {}

  /** The colours of the names that belong to such a family; other names are left out. */
  static Map<String, Color> colours(List<String> names) {
    Map<String, List<String>> families =
        names.stream()
            .distinct()
            .filter(name -> NUMBER.matcher(name).find())
            .collect(
                Collectors.groupingBy(
                    OrderedNames::family, LinkedHashMap::new, Collectors.toList()));
    Map<String, Color> out = new LinkedHashMap<>();
    for (List<String> family : families.values()) {
      if (family.size() >= LEAST) {
        List<String> order =
            family.stream().sorted(Comparator.comparingDouble(OrderedNames::number)).toList();
        for (int i = 0; i < order.size(); i++) {
          out.put(order.get(i), at((double) i / (order.size() - 1)));
        }
      }
    }
    return out;
  }

  /** A name with a sign in place of its number. */
  private static String family(String name) {
    return NUMBER.matcher(name).replaceFirst("#");
  }

  private static double number(String name) {
    Matcher number = NUMBER.matcher(name);
    if (!number.find()) {
      return Double.NaN;
    }
    String under = number.group(2);
    return Double.parseDouble(number.group(1)) / (under == null ? 1 : Double.parseDouble(under));
  }

  /** The colour at this part of the ramp. */
  private static Color at(double part) {
    double place = part * (RAMP.length - 1);
    int k = (int) Math.min(RAMP.length - 2, Math.floor(place));
    return DivergingColours.mixed(RAMP[k], RAMP[k + 1], place - k);
  }
}
