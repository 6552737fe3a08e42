package initlab.view.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.view.draw.Style.Dash;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import org.junit.jupiter.api.Test;

class StyleTest {
  @Test
  void contrastIsThatOfTheWebsGuidelines() {
    assertThat(Style.contrastOnWhite(Color.BLACK)).isCloseTo(21, within(1e-9));
    assertThat(Style.contrastOnWhite(Color.WHITE)).isCloseTo(1, within(1e-9));
    assertThat(Style.contrastOnWhite(new Color(0x767676))).isCloseTo(4.54, within(0.01));
    assertThat(Style.contrastOnWhite(Color.RED)).isCloseTo(4.0, within(0.01));
    assertThat(Style.contrastOnWhite(Color.BLUE)).isCloseTo(8.59, within(0.01));
    assertThat(Style.contrastOnWhite(Color.GREEN)).isCloseTo(1.37, within(0.01));
    assertThat(Style.contrastOnWhite(new Color(10, 10, 10))).isCloseTo(19.8, within(0.05));
  }

  @Test
  void inkIsTheColourWhereItReadsAndADarkerOneOfItsHueWhereNot() {
    Style dark = new Style(new Color(0x0072B2), Dash.SOLID, Marker.BAR);
    assertThat(dark.ink()).isEqualTo(dark.color());
    Color ink = new Style(new Color(0x56B4E9), Dash.SOLID, Marker.BAR).ink();
    assertThat(Style.contrastOnWhite(ink)).isBetween(4.5, 5.2);
    assertThat(ink.getBlue()).isGreaterThan(ink.getGreen());
    assertThat(ink.getGreen()).isGreaterThan(ink.getRed());
  }

  @Test
  void aVeilIsTheColourSeenThrough() {
    Style style = new Style(new Color(1, 2, 3), Dash.SOLID, Marker.BAR);
    assertThat(style.veil()).isEqualTo(new Color(1, 2, 3, 46));
  }

  @Test
  void dashesGrowWithTheLineAndASolidLineHasNone() {
    assertThat(Dash.SOLID.stroke(2).getDashArray()).isNull();
    assertThat(Dash.DASHED.stroke(2).getDashArray()).containsExactly(6.4f, 4.4f);
    assertThat(Dash.DASHED.stroke(4).getDashArray()).containsExactly(12.8f, 8.8f);
    assertThat(Dash.DOTTED.stroke(1).getDashArray()).containsExactly(0.1f, 2.2f);
    assertThat(Dash.MIXED.stroke(1).getDashArray()).containsExactly(4.5f, 2f, 0.1f, 2f);
    for (Dash dash : Dash.values()) {
      assertThat(dash.stroke(3).getLineWidth()).isEqualTo(3);
      assertThat(dash.stroke(3).getEndCap()).isEqualTo(BasicStroke.CAP_ROUND);
      assertThat(dash.stroke(3).getLineJoin()).isEqualTo(BasicStroke.JOIN_ROUND);
    }
  }

  @Test
  void aSiblingHasTheSameHueWithTheNextDashesAndMarker() {
    Style style = new Style(Color.RED, Dash.SOLID, Marker.CIRCLE);
    assertThat(style.sibling()).isEqualTo(new Style(Color.RED, Dash.DASHED, Marker.SQUARE));
    assertThat(Dash.DASHED.next()).isEqualTo(Dash.DOTTED);
    assertThat(Dash.DOTTED.next()).isEqualTo(Dash.MIXED);
    assertThat(Dash.MIXED.next()).isEqualTo(Dash.SOLID);
  }

  @Test
  void wordsThatAreTooWideLoseTheirEndAndNoMore() {
    Font font = Sizes.page(1).font();
    assertThat(Sizes.shortened("He", font, 100)).isEqualTo("He");
    String cut = Sizes.shortened("a name that is too long", font, 60);
    assertThat(cut).endsWith("\u2026").startsWith("a na");
    assertThat(Sizes.widthOf(cut, font)).isBetween(45.0, 60.0);
    assertThat(Sizes.shortened("name", font, 0)).isEqualTo("\u2026");
    String faces = "\uD83D\uDE00".repeat(40);
    assertThat(Sizes.shortened(faces, font, 60)).matches("(\uD83D\uDE00)*\u2026");
    assertThat(Sizes.shortened("x".repeat(5000), font, 1e9)).hasSize(5000);
    assertThat(Sizes.shortened("x".repeat(5000), font, 5000)).hasSize(301);
  }

  @Test
  void aLectureIsLargerThroughout() {
    Sizes page = Sizes.page(2);
    Sizes hall = Sizes.lecture();
    assertThat(hall.width()).isEqualTo(1280);
    assertThat(hall.height()).isEqualTo(680);
    assertThat(page.width()).isEqualTo(800);
    assertThat(page.height()).isEqualTo(400);
    assertThat(Sizes.page(1).width()).isEqualTo(560);
    assertThat(Sizes.page(1).height()).isEqualTo(360);
    assertThat(page.font().getSize()).isEqualTo(11);
    assertThat(page.smallFont().getSize()).isEqualTo(10);
    assertThat(page.titleFont().getSize()).isEqualTo(13);
    assertThat(page.titleFont().isBold()).isTrue();
    assertThat(hall.font().getSize()).isEqualTo(25);
    assertThat(hall.thick() / page.thick()).isBetween(1.9f, 2.1f);
    assertThat(hall.marker() / page.marker()).isBetween(1.9, 2.1);
    assertThat(page.underlay().getLineWidth()).isEqualTo(2 * page.thick());
    assertThat(page.thin()).isLessThan(page.thick() / 3);
    Sizes other = page.resized(10.2, 20.7);
    assertThat(other.width()).isEqualTo(11);
    assertThat(other.height()).isEqualTo(21);
    assertThat(other.text()).isEqualTo(11);
  }
}
