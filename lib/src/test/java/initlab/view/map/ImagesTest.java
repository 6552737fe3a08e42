package initlab.view.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.view.Pixels;
import java.awt.Color;
import org.junit.jupiter.api.Test;

class ImagesTest {
  private static final Images TWO = Images.of("Two").and("ink", 1).and("paper", 0, 0, 0, 0);

  @Test
  void theWordsAreHowManyAndWhich() {
    assertThat(TWO.text()).isEqualTo("Two\n2 pictures: ink, paper");
    assertThat(TWO).hasToString(TWO.text());
  }

  @Test
  void oneIsBlackAndZeroIsPale() {
    Pixels drawn = Pixels.of(TWO);
    double cell = TWO.picture().width() / 5.0;
    double y = TWO.picture().height() / 2.0;
    assertThat(drawn.at(cell * 0.5, y)).isEqualTo(Color.BLACK);
    assertThat(drawn.at(cell * 1.5, y)).isEqualTo(new Color(242, 242, 242));
  }

  @Test
  void elevenPicturesTakeTwoRowsAndOddNumbersOfPixelsAreRefused() {
    Images ten = Images.of("Ten");
    for (int i = 0; i < 10; i++) {
      ten = ten.and("" + i, 0.5);
    }
    Images eleven = ten.and("10", 0.5);
    assertThat(eleven.picture().height()).isGreaterThan(ten.picture().height() * 3 / 2);
    assertThat(TWO.picture().height()).isGreaterThan(ten.picture().height());
    assertThat(eleven.lecture().picture().width()).isEqualTo(1280);
    assertThatThrownBy(() -> TWO.and("three", 1, 2, 3)).hasMessageContaining("a square");
  }
}
