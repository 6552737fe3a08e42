package initlab.view.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.view.Fake;
import initlab.view.Pixels;
import initlab.view.Shapes;
import initlab.view.draw.Palette;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class FigureTest {
  @Test
  void twoRendersGiveTheSameBytes() {
    Figure one = Figure.of("t", Panel.forward(Fake.seven(5)));
    Figure other = Figure.of("t", Panel.forward(Fake.seven(5)));
    assertThat(one.png()).isEqualTo(other.png());
    assertThat(one.svg()).isEqualTo(other.svg());
  }

  @Test
  void pageAndLectureHaveTheirSizesDoubled() throws IOException {
    var page = ImageIO.read(new ByteArrayInputStream(Fake.standard(5).png()));
    assertThat(List.of(page.getWidth(), page.getHeight())).containsExactly(1600, 800);
    var hall = ImageIO.read(new ByteArrayInputStream(Fake.standard(5).lecture().png()));
    assertThat(hall.getWidth()).isEqualTo(2560);
  }

  @Test
  void aNotebookShowsThePngWithItsWords() {
    Figure figure = Figure.of("t", Panel.forward(Fake.seven(5)));
    Map<String, String> shown = figure.display();
    assertThat(shown).containsOnlyKeys("image/png", "text/plain");
    assertThat(shown.get("text/plain")).isEqualTo(figure.text());
    assertThat(Base64.getDecoder().decode(shown.get("image/png"))).isEqualTo(figure.png());
  }

  @Test
  void depthDoesNotMakeTheSvgLarge() {
    Figure figure = Figure.of("t", Panel.forward(Fake.seven(1000)));
    assertThat(figure.svg().length()).isLessThan(100_000);
  }

  @Test
  void svgCarriesTheWordsAndNoTraceOfTheMachine() {
    String svg = Fake.standard(10).svg();
    assertThat(svg).startsWith("<svg").contains("<title>Seven starts").contains("</svg>");
    assertThat(svg).doesNotContain("<?xml").contains("font-family=\"DejaVu Sans,Verdana,Arial");
    assertThat(svg).doesNotContain("font-family:").doesNotContain("file:");
  }

  @Test
  void textTellsMedianBandTheoryAndWhatHappenedOnTheWay() {
    String text = Fake.standard(50).text();
    assertThat(text).contains("He, layer 50: median 1, band 0.25 to 4; theory 1");
    assertThat(text).contains("zeros, layer 50: median 0; theory 0; exactly 0 from layer 1");
    assertThat(text).contains("too large, layer 50").contains("leaves the window at layer 20");
  }

  @Test
  void backwardIsReadFromTheLastLayerToTheFirst() {
    Curve falling = Curve.line("He", Fake.layers(4), new double[] {5, 4, 3, 2, 1});
    assertThat(Figure.of("t", Panel.backward(List.of(falling))).text()).contains("He, layer 0: 5");
  }

  @Test
  void wordsCountWhatTheXAxisCounts() {
    Curve over = Fake.geometric("too large", 300, 128);
    Curve nan = Curve.line("mine", Fake.layers(2), new double[] {1, 0, Double.NaN});
    String text = Figure.of("t", Panel.of("loss", "step", "", List.of(over, nan))).text();
    assertThat(text).contains("overflows at step 147", "exactly 0 from step 1", "NaN from step 2");
    assertThat(text).contains("leaves the window at step").doesNotContain("layer");
  }

  @Test
  void ticksOfTheRightPanelAreNotCutOff() throws IOException {
    Curve rising = Curve.line("He", Fake.layers(3), new double[] {0.01, 0.1, 1, 10});
    Figure figure = Figure.of("t", Panel.forward(List.of(rising)), Panel.backward(List.of(rising)));
    for (Figure f : List.of(figure, figure.lecture())) {
      var image = ImageIO.read(new ByteArrayInputStream(f.png()));
      for (int y = 0; y < image.getHeight(); y++) {
        assertThat(image.getRGB(image.getWidth() - 1, y) & 0xFFFFFF).isEqualTo(0xFFFFFF);
      }
    }
  }

  @Test
  void overflowAndNanAreSaid() {
    Curve over = Fake.geometric("too large", 300, 128);
    Curve nan = Curve.line("mine", Fake.layers(3), new double[] {1, 2, Double.NaN, Double.NaN});
    String text = Figure.of("t", Panel.forward(List.of(over, nan))).text();
    assertThat(text).contains("median overflow").contains("overflows at layer 147");
    assertThat(text).contains("mine, layer 3: NaN; is NaN from layer 2");
  }

  @Test
  void awkwardDataStillDraw() {
    double nan = Double.NaN;
    Curve gone = Curve.line("gone", Fake.layers(2), new double[] {nan, nan, nan});
    Curve point = Curve.line("point", new double[] {3}, new double[] {Double.MIN_VALUE});
    Curve flat = Curve.line("flat", Fake.layers(2), new double[] {0, 0, 0});
    Curve huge = Curve.line("huge", Fake.layers(1), new double[] {Double.MAX_VALUE, 1e300});
    for (Curve c : List.of(gone, point, flat, huge)) {
      for (Panel p : List.of(Panel.forward(List.of(c)), Panel.forward(List.of(c)).linear())) {
        Color ink = Palette.styles(List.of(c.name())).get(c.name()).ink();
        Shapes drawn = Shapes.of(Figure.of("t", p));
        assertThat(drawn.texts()).anyMatch(t -> t.color().equals(ink) && t.x() > 0);
        assertThat(drawn.words().toString()).contains(c.name());
      }
    }
  }

  /** Names so long that no gutter holds them stand in a legend at the foot. */
  @Test
  void longNamesStandInALegend() {
    String name = "He with a name that is far too long for any gutter beside the panels".repeat(2);
    Curve level = Curve.line(name, Fake.layers(3), new double[] {1, 1, 1, 1});
    Pixels drawn = Pixels.of(Figure.of("t", Panel.forward(List.of(level))));
    Color ink = Palette.styles(List.of(name)).get(name).ink();
    Rectangle2D foot = new Rectangle2D.Double(0, drawn.height() - 22, drawn.width(), 22);
    assertThat(drawn.bounds(foot, Pixels.near(ink)).getWidth()).isGreaterThan(drawn.width() / 2);
    Curve brief = Curve.line("He", Fake.layers(3), new double[] {1, 1, 1, 1});
    Pixels labelled = Pixels.of(Figure.of("t", Panel.forward(List.of(brief))));
    assertThat(labelled.count(foot, Pixels.near(ink))).isZero();
  }

  @Test
  void badInputIsNamedWithItsCure() {
    Panel log = Panel.forward(List.of(Fake.geometric("He", 3, 1)));
    assertThatThrownBy(() -> Figure.of("t")).hasMessageContaining("no panels");
    assertThatThrownBy(() -> Figure.of(" ", log)).hasMessageContaining("title is blank");
    assertThatThrownBy(() -> Figure.of("t", log, log.linear()).sameScale())
        .hasMessageContaining("draw two figures");
  }
}
