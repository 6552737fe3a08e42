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
 * from light orange through red to dark violet, so that the eye finds their order again. Scales of
 * weights, std 0.05, std 0.1, std 0.2, or n Var W = 1/2, 1, 2, run from blue through grey to red:
 * the small ones cool, the large ones hot, with the middle one between.
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

  /** From too small over the middle to too large; all dark enough for a line on paper. */
  private static final Color[] SCALES = {
    new Color(0x1B4F9C),
    new Color(0x3E9BD6),
    new Color(0x5A5A5A),
    new Color(0xE08214),
    new Color(0xB2182B)
  };

  /** What a family of scales is called, its number left out. */
  private static final Pattern SCALE = Pattern.compile("(.*, )?std #|n Var W = #");

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
    for (var entry : families.entrySet()) {
      List<String> family = entry.getValue();
      if (family.size() >= LEAST) {
        Color[] ramp = SCALE.matcher(entry.getKey()).matches() ? SCALES : RAMP;
        List<String> order =
            family.stream().sorted(Comparator.comparingDouble(OrderedNames::number)).toList();
        for (int i = 0; i < order.size(); i++) {
          out.put(order.get(i), at(ramp, (double) i / (order.size() - 1)));
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

  /** The colour at this part of a ramp. */
  private static Color at(Color[] ramp, double part) {
    double place = part * (ramp.length - 1);
    int k = (int) Math.min(ramp.length - 2, Math.floor(place));
    return DivergingColours.mixed(ramp[k], ramp[k + 1], place - k);
  }
}
