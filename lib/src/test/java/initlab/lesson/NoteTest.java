package initlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoteTest {

  private static void shown(Note note, String text, String colour) {
    assertThat(note.display())
        .containsOnlyKeys("text/plain", "text/html")
        .containsEntry("text/plain", text)
        .containsEntry(
            "text/html",
            "<div style=\"border-left:4px solid "
                + colour
                + ";padding-left:0.6em\">"
                + text
                + "</div>");
    assertThat(note).hasToString(text);
  }

  @Test
  void everyKindOfNoteHasItsSignAndItsColour() {
    shown(Note.info("so"), "so", "#7f8c9b");
    shown(Note.open("so"), "\u2026 so", "#7f8c9b");
    shown(Note.of(true, "so"), "\u2713 so", "#2e9e5b");
    shown(Note.of(false, "so"), "\u2717 so", "#d2691e");
  }

  @Test
  void whatHtmlWouldReadAsItsOwnIsEscaped() {
    assertThat(Note.info("a < b && c > d\nnext").display().get("text/html"))
        .endsWith(">a &lt; b &amp;&amp; c &gt; d<br>next</div>");
  }
}
