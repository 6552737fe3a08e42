package initlab.view.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
}
