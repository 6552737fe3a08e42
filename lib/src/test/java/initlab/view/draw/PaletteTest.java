package initlab.view.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaletteTest {
  @Test
  void anInitializerLooksTheSameInEveryCompany() {
    Style alone = Palette.styles(List.of("He normal")).get("He normal");
    Style among = Palette.styles(List.of("mine", "zeros", "LSUV", "He normal")).get("He normal");
    assertThat(among).isEqualTo(alone);
  }

  @Test
  void aNameIsKnownAsWordsAndAsCode() {
    assertThat(Palette.known("heNormal()")).isEqualTo(Palette.known("He normal"));
    assertThat(Palette.known("Glorot uniform")).isEqualTo(Palette.known("xavierUniform()"));
    assertThat(Palette.known("orthogonal(1.41)")).isEqualTo(Palette.known("orthogonal"));
    assertThat(Palette.known("orthogonal, gain 1.41")).isEqualTo(Palette.known("orthogonal"));
    assertThat(Palette.known("He uniform, slope 0.5")).isEqualTo(Palette.known("heUniform()"));
    assertThat(Palette.known("LeCun, gain 3")).isEqualTo(Palette.known("lecunNormal()"));
    assertThat(Palette.known("LSUV, 64 wide")).isEqualTo(Palette.known("LSUV"));
    assertThat(Palette.known("hexagonal")).isEmpty();
    assertThat(Palette.known("normal(0.01)")).isEmpty();
  }

  @Test
  void noTwoCurvesOfAFigureLookTheSame() {
    List<String> names =
        List.of("He", "He, 64 wide", "He, 128 wide", "a", "b", "c", "d", "e", "f", "g", "Xavier");
    assertThat(Palette.styles(names).values()).doesNotHaveDuplicates().hasSize(names.size());
  }

  @Test
  void aSecondCurveOfOneInitializerKeepsTheHue() {
    var styles = Palette.styles(List.of("He, 64 wide", "He, 128 wide"));
    assertThat(styles.get("He, 128 wide").color()).isEqualTo(styles.get("He, 64 wide").color());
  }

  @Test
  void lettersInEveryColourReadOnWhite() {
    for (Style s : Palette.styles(List.of("LSUV", "too small", "orthogonal", "mine")).values()) {
      assertThat(Style.contrastOnWhite(s.ink())).isGreaterThanOrEqualTo(4.5);
    }
  }

  private static Color colour(String name, String... company) {
    List<String> names = new ArrayList<>(List.of(company));
    names.add(name);
    return Objects.requireNonNull(Palette.styles(names).get(name)).color();
  }

  /** The course's colours, by name: He is green and Xavier blue, alone and together. */
  @Test
  void everyInitializerHasItsOwnColourAloneAndTogether() {
    Map<String, Integer> due = new LinkedHashMap<>();
    due.put("zeros", 0x5A5A5A);
    due.put("constant", 0x8A5A2B);
    due.put("too small", 0x56B4E9);
    due.put("too large", 0xD55E00);
    due.put("Xavier normal", 0x0072B2);
    due.put("He normal", 0x009E73);
    due.put("LeCun normal", 0x9A9A00);
    due.put("orthogonal", 0xCC79A7);
    due.put("LSUV", 0xE69F00);
    String[] all = due.keySet().toArray(String[]::new);
    for (String name : all) {
      Color color = new Color(Objects.requireNonNull(due.get(name)));
      assertThat(colour(name)).isEqualTo(color);
      String[] others = Arrays.stream(all).filter(n -> !n.equals(name)).toArray(String[]::new);
      assertThat(colour(name, others)).isEqualTo(color);
      assertThat(colour(name, "mine", "yours", "std 0.1", "std 1", "std 2")).isEqualTo(color);
    }
  }

  @Test
  void aFamilyKeepsItsColourWhateverItsGain() {
    for (String name : List.of("orthogonal, gain 1", "orthogonal, gain 1.41", "orthogonal(2)")) {
      assertThat(colour(name, "orthogonal", "gain 1", "gain 2", "gain 3"))
          .isEqualTo(new Color(0xCC79A7));
    }
    assertThat(colour("He uniform")).isEqualTo(colour("He normal"));
    assertThat(colour("Xavier uniform")).isEqualTo(colour("Glorot normal"));
    assertThat(Palette.known("heUniform()")).isNotEqualTo(Palette.known("heNormal()"));
    assertThat(Palette.known("xavierUniform()")).isNotEqualTo(Palette.known("xavierNormal()"));
    assertThat(Palette.known("lecunUniform()")).isNotEqualTo(Palette.known("lecunNormal()"));
    assertThat(Palette.known("deltaOrthogonal()")).isNotEqualTo(Palette.known("orthogonal()"));
    assertThat(Palette.known("sparse(0.1)")).isPresent();
    assertThat(Palette.known("identity()")).isEqualTo(Palette.known("dirac()")).isPresent();
  }

  /** Numbers that rise have colours that darken, in whatever order they are drawn. */
  @Test
  void namesThatDifferByANumberHaveColoursInItsOrder() {
    List<String> names = List.of("gain 1.1", "gain 0.9", "gain 10", "He", "gain 1e-3", "mine");
    Map<String, Style> styles = Palette.styles(names);
    double[] contrast =
        Stream.of("gain 1e-3", "gain 0.9", "gain 1.1", "gain 10")
            .mapToDouble(n -> Style.contrastOnWhite(Objects.requireNonNull(styles.get(n)).color()))
            .toArray();
    assertThat(contrast).isSorted().doesNotHaveDuplicates();
    assertThat(contrast[0]).isGreaterThan(2);
    assertThat(styles.values()).doesNotHaveDuplicates().hasSize(names.size());
    assertThat(colour("gain 10", "gain 1e-3", "gain 0.9")).isEqualTo(new Color(0x2E1A66));
    assertThat(colour("gain 1e-3", "gain 10", "gain 0.9")).isEqualTo(new Color(0xDF8A00));
    assertThat(OrderedNames.colours(List.of("gain 1", "gain 2"))).isEmpty();
    assertThat(OrderedNames.colours(List.of("gain 1", "std 2", "rate 3"))).isEmpty();
    assertThat(OrderedNames.colours(List.of("a 1", "a 2", "a 2", "a -3")).keySet())
        .containsExactly("a -3", "a 1", "a 2");
    assertThat(OrderedNames.colours(List.of("n 2", "n 1/2", "n 1", "n 4", "n 1/4")).keySet())
        .containsExactly("n 1/4", "n 1/2", "n 1", "n 2", "n 4"); // fractions are numbers too
  }

  /** A variant is told by dash and marker, and the bare name is itself wherever it stands. */
  @Test
  void variantsOfAFamilyHaveItsColour() {
    List<String> names = List.of("orthogonal, gain 1.41", "He, fan_out", "orthogonal", "He");
    Map<String, Style> styles = Palette.styles(names);
    assertThat(styles.keySet()).containsExactlyElementsOf(names);
    assertThat(Palette.known("orthogonal")).contains(style(styles, "orthogonal"));
    assertThat(Palette.known("He")).contains(style(styles, "He"));
    Style gain = style(styles, "orthogonal, gain 1.41");
    assertThat(gain.color()).isEqualTo(style(styles, "orthogonal").color());
    assertThat(gain.dash()).isNotEqualTo(style(styles, "orthogonal").dash());
    assertThat(style(styles, "He, fan_out").color()).isEqualTo(style(styles, "He").color());
    assertThat(Palette.known("Xavier, gain 5/3")).isEqualTo(Palette.known("Xavier"));
  }

  private static Style style(Map<String, Style> styles, String name) {
    return Objects.requireNonNull(styles.get(name));
  }

  @Test
  void scalesOfWeightsRunFromBlueOverGreyToRed() {
    Color small = new Color(0x1B4F9C);
    Color large = new Color(0xB2182B);
    assertThat(OrderedNames.colours(List.of("std 10", "std 0.01", "std 1")).values())
        .containsExactly(small, new Color(0x5A5A5A), large);
    assertThat(OrderedNames.colours(List.of("normal, std 2", "normal, std 3", "normal, std 1")))
        .containsEntry("normal, std 1", small);
    assertThat(OrderedNames.colours(List.of("n Var W = 1/2", "n Var W = 1", "n Var W = 2")))
        .containsEntry("n Var W = 1/2", small)
        .containsEntry("n Var W = 2", large);
  }
}
