package initlab.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** A language whose best loss is known. */
class TextTest {
  private final Text text = Text.madeUp(20);

  @Test
  void wordsAreAsFrequentAsZipfSaysAndStaySo() {
    for (int word = 0; word < 20; word++) {
      assertThat(text.share(word)).isCloseTo(text.share(0) / (word + 1), within(1e-15));
      double comes = 0;
      double leaves = 0;
      for (int other = 0; other < 20; other++) {
        comes += text.share(other) * text.probability(word, other);
        leaves += text.probability(other, word);
      }
      assertThat(comes).isCloseTo(text.share(word), within(1e-12));
      assertThat(leaves).isCloseTo(1, within(1e-12));
    }
  }

  /**
   * The mean of -log p over 40,000 words drawn: log p has sd about 1.2, so that the mean has 0.006,
   * and 0.04 is six of them; false alarms 1e-9. A table with each row reversed has a loss more than
   * 1 above.
   */
  @Test
  void itsEntropyIsWhatTheTruePredictionsLose() {
    for (int back = 1; back <= 3; back++) {
      Text language = text.lookingBack(back);
      Dataset drawn = language.draw(2000, 20, 1);
      double sum = 0;
      double reversed = 0;
      int count = 0;
      for (int i = 0; i < 2000; i++) {
        for (int t = back - 1; t < 20; t++) {
          int due = (int) drawn.y().get(i, t);
          int after = (int) drawn.x().get(i, t + 1 - back);
          sum -= Math.log(language.probability(due, after));
          reversed -= Math.log(language.probability(19 - due, after));
          count++;
        }
      }
      assertThat(sum / count).isCloseTo(language.entropy(), within(0.04));
      assertThat(reversed / count).isGreaterThan(language.entropy() + 1);
    }
  }

  @Test
  void moreSharpnessLeavesLessEntropyAndNoneAllOfIt() {
    assertThat(text.sharpness(0).entropy()).isCloseTo(text.entropyOfWords(), within(1e-12));
    assertThat(text.entropy()).isBetween(0.7 * text.entropyOfWords(), 0.9 * text.entropyOfWords());
    assertThat(text.sharpness(5).entropy()).isLessThan(0.75 * text.entropy());
    assertThat(text.entropyOfWords()).isLessThan(Math.log(20));
    assertThat(text.lookingBack(3).entropy()).isEqualTo(text.entropy());
  }

  @Test
  void theNextWordIsDueWhereWhatItDependsOnIsThere() {
    Dataset drawn = text.lookingBack(3).draw(4, 6, 1);
    for (int i = 0; i < 4; i++) {
      assertThat(drawn.y().get(i, 0)).isEqualTo(-1);
      assertThat(drawn.y().get(i, 1)).isEqualTo(-1);
      for (int t = 2; t < 5; t++) {
        assertThat(drawn.y().get(i, t)).isEqualTo(drawn.x().get(i, t + 1));
      }
    }
    assertThat(drawn.name()).isEqualTo("made-up text of 20 words, looking 3 back");
    assertThat(drawn.lossOfZero()).isEqualTo(Math.log(20));
  }

  @Test
  void equalSeedsGiveEqualTextsAndTheLanguageIsOne() {
    assertThat(text.draw(3, 5, 1).x().data)
        .isEqualTo(Text.madeUp(20).draw(3, 5, 1).x().data)
        .isNotEqualTo(text.draw(3, 5, 2).x().data);
  }

  @Test
  void badInputIsNamed() {
    assertThatThrownBy(() -> Text.madeUp(1)).hasMessageContaining("the vocabulary is 1");
    assertThatThrownBy(() -> Text.madeUp(2001)).hasMessageContaining("2 to 2000");
    assertThatThrownBy(() -> text.sharpness(Double.NaN)).hasMessageContaining("the sharpness is");
    assertThatThrownBy(() -> text.lookingBack(0)).hasMessageContaining("looks back is 0");
    assertThatThrownBy(() -> text.lookingBack(4).draw(2, 3, 1))
        .hasMessageContaining("the words of a text is 3; it must be at least 4");
    assertThatThrownBy(() -> text.draw(0, 3, 1)).hasMessageContaining("samples is 0");
    assertThatThrownBy(() -> text.share(20)).hasMessageContaining("a word is 20");
  }
}
