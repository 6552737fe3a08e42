import java.awt.Font;
import java.awt.image.BufferedImage;

/** Draws a letter without a screen, as figures do: ends in an error where Java finds no font to draw it with. */
class Letter {
  public static void main(String[] words) {
    var pen = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB).createGraphics();
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 20));
    if (pen.getFontMetrics().stringWidth("W") <= 0) {
      throw new IllegalStateException("a W has no width");
    }
    pen.drawString("W", 5, 30);
  }
}
