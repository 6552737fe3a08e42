package initlab.view.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import initlab.view.Shapes;
import java.awt.Font;
import org.junit.jupiter.api.Test;

/** Title and key at the head of a picture. */
class HeadingTest {
  private static final Sizes LOOK = Sizes.page(400, 100);

  private static Shapes painted(String title, String key) {
    Heading heading = new Heading(title, key);
    return Shapes.of(new Picture(400, 100, g -> heading.paint(new Pen(g, LOOK))));
  }

  private static double end(Shapes.Text t, Font font) {
    return t.x() + Sizes.widthOf(t.words(), font);
  }

  @Test
  void aBriefKeyEndsAtTheRightOfTheTitlesLine() {
    Shapes drawn = painted("a net", "dotted: theory");
    Shapes.Text title = drawn.text("a net");
    Shapes.Text key = drawn.text("dotted: theory");
    assertThat(title.x()).isCloseTo(LOOK.margin(), within(0.01));
    assertThat(title.y()).isCloseTo(0.95 * LOOK.row(), within(0.01));
    assertThat(title.color()).isEqualTo(Sizes.TITLE);
    assertThat(title.size()).isEqualTo(13);
    assertThat(key.y()).isCloseTo(title.y(), within(0.01));
    assertThat(end(key, LOOK.smallFont())).isCloseTo(400 - LOOK.margin(), within(0.01));
    assertThat(key.color()).isEqualTo(Sizes.QUIET);
    assertThat(new Heading("a net", "dotted: theory").height(LOOK))
        .isCloseTo(1.55 * LOOK.row(), within(1e-9));
    assertThat(drawn.areas(Sizes.PAPER).get(0).box()).isEqualTo(LOOK.page());
  }

  @Test
  void aLongKeyStandsBelowTheTitleAndLosesItsEnd() {
    String words = "a key of many words ".repeat(10);
    Shapes drawn = painted("a net", words);
    Shapes.Text title = drawn.text("a net");
    Shapes.Text key = drawn.texts().get(1);
    assertThat(key.words()).startsWith("a key of many words").endsWith("\u2026");
    assertThat(key.x()).isCloseTo(LOOK.margin(), within(0.01));
    assertThat(key.y() - title.y()).isCloseTo(LOOK.row(), within(0.01));
    assertThat(end(key, LOOK.smallFont())).isBetween(360.0, 400 - LOOK.margin());
    assertThat(new Heading("a net", words).height(LOOK)).isCloseTo(2.55 * LOOK.row(), within(1e-9));
  }

  /** The key moves below where it would come nearer to the title than a margin, and not before. */
  @Test
  void titleAndKeyShareALineWhileAMarginStaysBetweenThem() {
    StringBuilder key = new StringBuilder("k");
    while (new Heading("a net", key + "k").height(LOOK) < 2 * LOOK.row()) {
      key.append('k');
    }
    Shapes last = painted("a net", key.toString());
    double gap = last.texts().get(1).x() - end(last.texts().get(0), LOOK.titleFont());
    double letter = Sizes.widthOf("k", LOOK.smallFont());
    assertThat(gap).isBetween(LOOK.margin() - 1e-4, LOOK.margin() + letter + 1e-4);
  }

  /** A title up to a third too wide is whole, in letters down to three quarters. */
  @Test
  void aTitleALittleTooWideIsWrittenSmaller() {
    double room = 400 - 2 * LOOK.margin();
    String title = "t";
    while (Sizes.widthOf(title, LOOK.titleFont()) < 1.25 * room) {
      title += "t";
    }
    Shapes.Text drawn = painted(title, "").texts().get(0);
    assertThat(drawn.words()).isEqualTo(title);
    assertThat(drawn.size()).isBetween(0.75 * 13, 0.81 * 13);
    double end = end(drawn, LOOK.titleFont().deriveFont((float) drawn.size()));
    assertThat(end).isBetween(400 - LOOK.margin() - 3, 400 - LOOK.margin());
  }

  @Test
  void aTitleWiderThanThePictureLosesItsEnd() {
    Shapes drawn = painted("a -> b " + "and so on ".repeat(20), "");
    Shapes.Text title = drawn.texts().get(0);
    assertThat(title.words()).startsWith("a \u2192 b and so on").endsWith("\u2026");
    assertThat(end(title, LOOK.titleFont())).isBetween(350.0, 400 - LOOK.margin());
  }
}
