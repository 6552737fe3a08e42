package initlab.view;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.view.draw.Picture;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DrawingTest {
  private static final Drawing SMALL = new Blank(10);

  /** A white sheet of a page's size, or twice as large in a lecture. */
  private record Blank(int side) implements Drawing {
    @Override
    public Picture picture() {
      return new Picture(side, side, g -> {});
    }

    @Override
    public String text() {
      return "nothing";
    }

    @Override
    public Drawing lecture() {
      return new Blank(2 * side);
    }
  }

  @AfterEach
  void backOnThePage() {
    System.clearProperty("initlab.lecture");
  }

  @Test
  void aPageShowsThePictureWithItsWords() {
    assertThat(SMALL.display())
        .containsEntry("text/plain", "nothing")
        .containsEntry("image/png", Base64.getEncoder().encodeToString(SMALL.png()));
  }

  @Test
  void slidesShowThePictureForTheBackRowWithTheSameWords() {
    System.setProperty("initlab.lecture", "true");
    assertThat(SMALL.display())
        .containsEntry("text/plain", "nothing")
        .containsEntry("image/png", Base64.getEncoder().encodeToString(SMALL.lecture().png()));
  }
}
