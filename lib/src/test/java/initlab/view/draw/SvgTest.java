package initlab.view.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.StringReader;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class SvgTest {
  private static final Picture PICTURE = new Picture(20, 10, SvgTest::draw);

  private static Document read(String svg) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }

  private static Element first(Document svg, String tag) {
    return (Element) svg.getElementsByTagName(tag).item(0);
  }

  @Test
  void shapesWordsAndTransformsAreWritten() throws Exception {
    Document svg = read(PICTURE.svg("a < b"));
    Element rect = first(svg, "rect");
    assertThat(rect.getAttribute("width")).isEqualTo("2");
    assertThat(rect.getAttribute("style")).contains("fill:rgb(255,0,0)", "fill-opacity:0.50");
    assertThat(((Element) rect.getParentNode()).getAttribute("transform"))
        .isEqualTo("translate(5 6)");
    assertThat(first(svg, "line").getAttribute("style"))
        .contains("stroke-width:2", "stroke-dasharray:6.4,4.4");
    assertThat(first(svg, "text").getTextContent()).isEqualTo("x & y");
    assertThat(first(svg, "text").getAttribute("style"))
        .contains("font-size:13px")
        .doesNotContain("font-family");
  }

  @Test
  void itIsOneElementOfItsSizeThatSaysWhatItShows() throws Exception {
    Element svg = read(PICTURE.svg("a < b")).getDocumentElement();
    assertThat(svg.getTagName()).isEqualTo("svg");
    assertThat(svg.getAttribute("viewBox")).isEqualTo("0 0 20 10");
    assertThat(svg.getAttribute("role")).isEqualTo("img");
    assertThat(svg.getAttribute("font-family")).isEqualTo("DejaVu Sans,Verdana,Arial,sans-serif");
    assertThat(svg.getFirstChild().getNodeName()).isEqualTo("title");
    assertThat(svg.getFirstChild().getTextContent()).isEqualTo("a < b");
    assertThat(PICTURE.svg("a < b")).startsWith("<svg").endsWith("</svg>");
  }

  @Test
  void everyLocaleWritesTheSame() {
    String due = PICTURE.svg("t");
    Locale before = Locale.getDefault();
    try {
      for (String tag : new String[] {"de-DE", "ar-EG-u-nu-arab", "tr-TR"}) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(PICTURE.svg("t")).isEqualTo(due);
      }
    } finally {
      Locale.setDefault(before);
    }
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
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    g.drawString("x & y", 1f, 2f);
  }
}
