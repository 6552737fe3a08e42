package initlab.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import initlab.view.Displayable;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MimeBundleTest {

  @Test
  void aPictureKeepsItsTextAndLosesItsHtml() {
    Displayable picture =
        () -> Map.of("text/plain", "a curve", "image/svg+xml", "<svg/>", "text/html", "<b>no</b>");
    assertThat(MimeBundle.of(picture))
        .containsOnlyKeys("text/plain", "image/svg+xml")
        .containsEntry("text/plain", "a curve");
  }

  @Test
  void aTableKeepsItsHtml() {
    Displayable table = () -> Map.of("text/plain", "a table", "text/html", "<table/>");
    assertThat(MimeBundle.of(table)).containsKeys("text/plain", "text/html");
  }

  @Test
  void aBundleWithoutTextGetsOne() {
    Displayable wordless = () -> Map.of("image/png", "aGk=");
    assertThat(MimeBundle.of(wordless)).containsKey("text/plain");
  }

  @Test
  void aValueThatHoldsItselfGivesASentence() {
    class Loop {
      final List<Object> inside = new ArrayList<>(List.of(this));

      @Override
      public String toString() {
        return "Loop of " + inside;
      }
    }
    assertThat(MimeBundle.of(new Loop()))
        .containsOnlyKeys("text/plain")
        .hasEntrySatisfying(
            "text/plain", text -> assertThat(text).contains("Loop", "calls itself without end"));
  }

  @Test
  void aMissingFontLibraryNamesTheCure() {
    Displayable figure =
        () -> {
          throw new UnsatisfiedLinkError("libfreetype.so.6: cannot open shared object file");
        };
    assertThat(MimeBundle.of(figure).get("text/plain"))
        .contains("libharfbuzz0b", "course.py doctor");
  }

  @Test
  void memoryRunningOutGivesASentence() {
    Displayable large =
        () -> {
          throw new OutOfMemoryError();
        };
    assertThat(MimeBundle.of(large).get("text/plain")).contains("memory ran out");
  }

  @Test
  void anyOtherFailureSaysWhatItWas() {
    Displayable broken =
        () -> {
          throw new IllegalStateException("no curves");
        };
    assertThat(MimeBundle.of(broken).get("text/plain"))
        .endsWith(" could not be shown: IllegalStateException: no curves.");
  }

  @Test
  void theTextIsThePicturesAlternative() {
    Displayable picture = () -> Map.of("text/plain", "a curve", "image/png", "aGk=");
    var data = new HashMap<String, Object>();
    var metadata = new HashMap<String, Object>();
    MimeBundle.render(picture, type -> true, data::put, metadata::put);
    assertThat(data).containsKeys("text/plain", "image/png");
    assertThat(metadata).isEqualTo(Map.of("image/png", Map.of("alt", "a curve")));
  }

  @Test
  void whatIsNotWantedIsLeftOutButTheText() {
    Displayable picture = () -> Map.of("text/plain", "a curve", "image/svg+xml", "<svg/>");
    var data = new HashMap<String, Object>();
    MimeBundle.render(picture, type -> false, data::put, (type, more) -> {});
    assertThat(data).isEqualTo(Map.of("text/plain", "a curve"));
  }

  @Test
  void jsonIsHandedOnAsAStructure() {
    String spec =
        " {\"a\": [1, -2.5e-3, true, null, []], \"b\": {\"c\": \"x\\n\\\"\\u00e9\\\\\"}, \"d\": {}} ";
    Displayable picture = () -> Map.of("text/plain", "a curve", "application/x+json", spec);
    var data = new HashMap<String, Object>();
    MimeBundle.render(picture, type -> true, data::put, (type, more) -> {});
    assertThat(data.get("application/x+json")).isEqualTo(JsonParser.parseString(spec));
    assertThat(data.get("application/x+json"))
        .isInstanceOfSatisfying(
            JsonObject.class,
            json -> {
              JsonArray list = json.getAsJsonArray("a");
              assertThat(list.get(1).getAsDouble()).isEqualTo(-0.0025);
              assertThat(list.get(3).isJsonNull()).isTrue();
              assertThat(json.getAsJsonObject("b").get("c").getAsString())
                  .isEqualTo("x\n\"\u00e9\\");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1 2]",
        "{\"a\" 1}",
        "{a: 1}",
        "\"open",
        "nul",
        "[1],",
        "\"\\q\"",
        "\"\\u00g0\""
      })
  void whatIsNotJsonIsHandedOnAsItIs(String broken) {
    Displayable picture = () -> Map.of("text/plain", "a curve", "application/x+json", broken);
    var data = new HashMap<String, Object>();
    MimeBundle.render(picture, type -> true, data::put, (type, more) -> {});
    assertThat(data).containsEntry("application/x+json", broken);
    assertThatThrownBy(() -> Json.parse(broken)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPngIsShownAtHalfItsPixels() throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(1600, 800, BufferedImage.TYPE_INT_RGB), "png", bytes);
    var base64 = Base64.getEncoder().encodeToString(bytes.toByteArray());
    assertThat(Png.metadata(base64, "a curve"))
        .isEqualTo(Map.of("alt", "a curve", "width", 800, "height", 400));
  }
}
