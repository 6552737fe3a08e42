package initlab.view.draw;

import initlab.view.draw.Style.Dash;
import java.awt.Color;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The course's colours: an initializer looks the same in every notebook. Built on the eight colours
 * of Okabe and Ito, which remain distinct to colour-blind readers; dashes and markers say the same
 * a second time.
 */
public final class Palette {
  private static final Color BLUE = new Color(0x0072B2);
  private static final Color GREEN = new Color(0x009E73);
  private static final Color VERMILION = new Color(0xD55E00);
  private static final Color SKY = new Color(0x56B4E9);
  private static final Color ORANGE = new Color(0xE69F00);
  private static final Color PINK = new Color(0xCC79A7);
  private static final Color GREY = new Color(0x5A5A5A);
  private static final Color BROWN = new Color(0x8A5A2B);
  private static final Color OLIVE = new Color(0x9A9A00);
  private static final Color VIOLET = new Color(0x5B4DB5);
  private static final Color TEAL = new Color(0x2A7F8E);
  private static final Color CRIMSON = new Color(0xA3184B);
  private static final Color INK = new Color(0x2B2B2B);
  private static final Color GOLD = new Color(0xC08A00);

  private static final Map<String, Style> KNOWN = new LinkedHashMap<>();

  static {
    know(new Style(GREY, Dash.SOLID, Marker.SQUARE), "zeros", "zero");
    know(new Style(BROWN, Dash.SOLID, Marker.BAR), "constant");
    know(new Style(SKY, Dash.SOLID, Marker.DOWN), "toosmall", "small");
    know(new Style(VERMILION, Dash.SOLID, Marker.UP), "toolarge", "large");
    know(new Style(BLUE, Dash.DASHED, Marker.HOURGLASS), "xavieruniform", "glorotuniform");
    know(new Style(BLUE, Dash.SOLID, Marker.CIRCLE), "xavier", "xaviernormal", "glorot");
    know(new Style(GREEN, Dash.DASHED, Marker.POST), "heuniform", "kaiminguniform");
    know(new Style(GREEN, Dash.SOLID, Marker.DIAMOND), "he", "henormal", "kaiming");
    know(new Style(OLIVE, Dash.DASHED, Marker.BAR), "lecununiform");
    know(new Style(OLIVE, Dash.SOLID, Marker.HOURGLASS), "lecun", "lecunnormal");
    know(new Style(PINK, Dash.DASHED, Marker.SQUARE), "orthogonal");
    know(new Style(PINK, Dash.MIXED, Marker.DOWN), "deltaorthogonal");
    know(new Style(ORANGE, Dash.DOTTED, Marker.UP), "lsuv");
    know(new Style(GREY, Dash.DASHED, Marker.CIRCLE), "identity", "dirac");
    know(new Style(BROWN, Dash.MIXED, Marker.DOWN), "sparse");
  }

  private static final List<Style> OTHERS =
      List.of(
          new Style(VIOLET, Dash.SOLID, Marker.POST),
          new Style(TEAL, Dash.DASHED, Marker.DIAMOND),
          new Style(CRIMSON, Dash.MIXED, Marker.HOURGLASS),
          new Style(BROWN, Dash.DASHED, Marker.CIRCLE),
          new Style(OLIVE, Dash.DOTTED, Marker.UP),
          new Style(INK, Dash.DASHED, Marker.CROSS),
          new Style(GOLD, Dash.SOLID, Marker.SQUARE));

  private Palette() {}

  private static void know(Style style, String... names) {
    for (String name : names) {
      KNOWN.put(name, style);
    }
  }

  /**
   * A look for each name, in order. Known names have their own; three or more names that differ by
   * one number have colours in the order of their numbers; the others take what is left by order of
   * first use; a second curve of one initializer, such as "orthogonal, gain 1.41", keeps the hue.
   */
  public static Map<String, Style> styles(List<String> names) {
    Map<String, Style> out = new LinkedHashMap<>();
    for (String name : shortestFirst(names)) {
      known(name).filter(s -> !out.containsValue(s)).ifPresent(s -> out.put(name, s));
    }
    Map<String, Color> ordered =
        OrderedNames.colours(names.stream().filter(n -> known(n).isEmpty()).toList());
    int strangers = 0;
    for (String name : names) {
      if (!out.containsKey(name)) {
        Color place = ordered.get(name);
        Style wish = known(name).orElse(null);
        if (wish == null) {
          Style other = stranger(strangers++);
          wish = place == null ? other : new Style(place, other.dash(), other.marker());
        }
        out.put(name, free(wish, out));
      }
    }
    return inOrder(names, out);
  }

  private static Map<String, Style> inOrder(List<String> names, Map<String, Style> styles) {
    Map<String, Style> out = new LinkedHashMap<>();
    for (String name : names) {
      Style style = styles.get(name);
      if (style != null) {
        out.put(name, style);
      }
    }
    return out;
  }

  /** The bare name of a family has its look, whatever variants of it stand before. */
  private static List<String> shortestFirst(List<String> names) {
    return names.stream().sorted(Comparator.comparingInt(String::length)).toList();
  }

  private static Style stranger(int i) {
    return OTHERS.get(i % OTHERS.size());
  }

  private static Style free(Style wish, Map<String, Style> taken) {
    Style style = wish;
    for (int i = 0; i < Marker.values().length && taken.containsValue(style); i++) {
      style = style.sibling();
    }
    return style;
  }

  /** The look of a name the course knows, spelled as a word or as code: "He normal", heNormal(). */
  static Optional<Style> known(String name) {
    String words = name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    String key = "";
    Style found = null;
    for (String word : words.split("[^a-z]+", -1)) {
      key += word;
      found = KNOWN.getOrDefault(key, found);
    }
    return Optional.ofNullable(found);
  }
}
