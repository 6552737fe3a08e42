package initlab.view.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SvgTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.001, 0",
    "2, 2",
    "1.5, 1.5",
    "-1.25, -1.25",
    "0.05, 0.05",
    "3.14159, 3.14",
    "-0.5, -0.5",
    "99.999, 100"
  })
  void numbersKeepHundredthsAndNoMore(double value, String written) {
    assertThat(Svg.hundredths(value)).isEqualTo(written);
  }

  @Test
  void shapesWordsAndTransformsAreWritten() {
    String svg = new Picture(20, 10, SvgTest::draw).svg("a < b");
    assertThat(svg)
        .startsWith("<svg xmlns=")
        .contains("width=\"20\" height=\"10\"")
        .contains("<title>a &lt; b</title>")
        .contains("d=\"M5 6L7 6L7 8L5 8L5 6Z\" fill=\"#ff0000\" fill-opacity=\"0.5\"")
        .contains("d=\"M0 0L4 0\" fill=\"none\" stroke=\"#000000\"")
        .contains("stroke-dasharray=\"6.4 4.4\"")
        .contains("<text x=\"1\" y=\"2\"")
        .contains(">x &amp; y</text>")
        .endsWith("</svg>");
  }

  private static void draw(Graphics2D g) {
    var before = g.getTransform();
    g.translate(5, 6);
    g.setColor(new Color(255, 0, 0, 128));
    g.fill(new Rectangle2D.Double(0, 0, 2, 2));
    g.setTransform(before);
    g.setColor(Color.BLACK);
    g.setStroke(Style.Dash.DASHED.stroke(2));
    g.draw(new Line2D.Double(0, 0, 4, 0));
    g.drawString("x & y", 1f, 2f);
  }
}
