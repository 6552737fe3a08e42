package initlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LessonTest {

  @Test
  void openingSaysTheSameEveryTime() {
    assertThat(Lesson.open("03").display()).isEqualTo(Lesson.open("03").display());
    assertThat(Lesson.open("03").text()).startsWith("03 Xavier is open");
  }

  @Test
  void anUnknownLessonGetsASentence() {
    assertThat(Lesson.open("3").text()).contains("No lesson 3", "03");
  }

  @Test
  void plainJavaIsWarnedOf() {
    assertThat(Lesson.greeting("00 Start here", true, 0)).doesNotContain("OpenBLAS");
    assertThat(Lesson.greeting("00 Start here", false, 0))
        .contains("OpenBLAS did not load", "to 1e-12");
  }

  @Test
  void theBaseSeedIsSaidWhenItIsNotZero() {
    assertThat(Lesson.greeting("00 Start here", true, 0)).doesNotContain("seed");
    assertThat(Lesson.greeting("00 Start here", true, 1000))
        .contains("base seed 1000", "seed 1 is 1001");
  }

  @Test
  void thereIsATitleForEveryNotebookAndNoOther() throws IOException {
    var titles = new TreeMap<String, String>();
    try (var books = Files.newDirectoryStream(Path.of("..", "notebooks"), "[0-9]*.ipynb")) {
      for (Path book : books) {
        JsonObject json = JsonParser.parseString(Files.readString(book)).getAsJsonObject();
        JsonObject first = json.getAsJsonArray("cells").get(0).getAsJsonObject();
        String line = first.getAsJsonArray("source").get(0).getAsString().strip();
        String[] parts = line.substring(2).split(" \u00B7 ", 2);
        titles.put(parts[0], parts[1]);
      }
    }
    assertThat(titles).isNotEmpty().isEqualTo(Resource.entries("titles.properties"));
  }

  @Test
  void openingSaysTheTitleAndHowToBegin() {
    assertThat(Lesson.open("06").text())
        .matches("06 LSUV is open: guess first, then run\\.(\\nOpenBLAS did not load.*)?");
    assertThat(Lesson.greeting("00 Start here", true, 0))
        .isEqualTo("00 Start here is open: guess first, then run.");
  }

  /** Both warnings, each on a line of its own. */
  @Test
  void warningsFollowTheGreetingLineByLine() {
    assertThat(Lesson.greeting("00 Start here", false, 7).lines())
        .hasSize(3)
        .anyMatch(line -> line.startsWith("OpenBLAS did not load on this machine"))
        .last()
        .isEqualTo(
            "Every seed counts from the base seed 7: seed 1 is 8, and numbers differ from those of"
                + " the text.");
  }

  @Test
  void aClaimIsShownByItsId() {
    assertThat(Lesson.claim("C03").text()).startsWith("C03 holds when restated: ");
  }

  @Test
  void anUnknownClaimGetsASentence() {
    assertThat(Lesson.claim("C3").text()).contains("No claim C3. There are [", "C03");
  }

  @Test
  void aLessonWithoutClaimsSaysSo() {
    Lesson.open("00");
    assertThat(Lesson.claims().text()).contains("No claims are judged in lesson 00.");
  }

  /** One line each, with all digits, for a program that compares seeds. */
  @Test
  void theRecordHasWhatWasRevealedAndJudged() {
    Lesson.open("06");
    Predict.number("06-settle", "Second moment").guess(1);
    Predict.choice("06-gain", "It", "grows", "keeps its size").guess();
    Predict.number("06-later", "Later").guess();
    Predict.number("06-over", "Over").guess();
    Predict.reveal("06-settle", 0.1 + 0.2);
    Predict.reveal("06-gain", "keeps its size");
    Predict.reveal("06-over", Double.POSITIVE_INFINITY);
    assertThat(Lesson.record().lines())
        .containsExactly(
            "prediction 06-settle number 0.30000000000000004",
            "prediction 06-gain choice keeps its size",
            "prediction 06-over number inf",
            "claim C52 holds when restated",
            "claim T12 holds");
    Lesson.open("06");
    assertThat(Lesson.record()).doesNotContain("prediction").contains("claim C52");
  }

  @Test
  void aValueHasSixDigits() {
    assertThat(Lesson.value("E max(0, Z)^2", 0.5)).hasToString("E max(0, Z)^2 = 0.5");
    assertThat(Lesson.value("pi", Math.PI)).hasToString("pi = 3.14159");
  }

  @Test
  void theMachineIsNamed() {
    assertThat(Lesson.machine().text()).contains("initlab ", "Java ", " cores, ", "products by ");
  }

  /** A MiB has 2^20 bytes. */
  @Test
  void theMachinesMemoryIsWhatJavaMayUse() {
    long mib = Runtime.getRuntime().maxMemory() / 1024 / 1024;
    assertThat(Lesson.machine().text()).contains("heap of at most " + mib + " MiB");
  }
}
