package initlab.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorWordsTest {
  @Test
  void theFirstLineOfAMessageIsOneSentence() {
    assertThat(ErrorWords.of(new IllegalStateException("two\nlines")))
        .isEqualTo("IllegalStateException: two.");
    assertThat(ErrorWords.of(new IllegalStateException(" what is it? ")))
        .isEqualTo("IllegalStateException: what is it?");
    assertThat(ErrorWords.of(new IllegalStateException())).isEqualTo("IllegalStateException.");
    assertThat(ErrorWords.of(new IllegalStateException("\n"))).isEqualTo("IllegalStateException.");
    assertThat(ErrorWords.of(new IllegalStateException("\n one \r\n two")))
        .isEqualTo("IllegalStateException: one.");
    assertThat(ErrorWords.of(new IllegalStateException("stop!")))
        .isEqualTo("IllegalStateException: stop!");
    assertThat(ErrorWords.of(new IllegalStateException("done.")))
        .isEqualTo("IllegalStateException: done.");
    assertThat(ErrorWords.of(new IllegalStateException("why? so")))
        .isEqualTo("IllegalStateException: why? so.");
  }

  /** An anonymous class, a lambda and an array have no name that a reader could look up. */
  @Test
  void aValueWithoutANameIsAValue() {
    Runnable lambda = () -> {};
    var broken = new IllegalStateException("x");
    assertThat(ErrorWords.ofDisplay(new Object() {}, broken))
        .isEqualTo("This value could not be shown: IllegalStateException: x.");
    assertThat(ErrorWords.ofDisplay(lambda, broken)).startsWith("This value could not");
    assertThat(ErrorWords.ofDisplay(new int[0], broken)).startsWith("This int[] could not");
  }

  /** Each word by which Java shows that it looked for fonts, whatever its case. */
  @Test
  void missingFontsAreKnownByAnyOfTheirNames() {
    for (String name :
        new String[] {"libfontmanager.so", "libFreeType.so", "HARFBUZZ", "sun.awt.X11"}) {
      assertThat(ErrorWords.of(new NoClassDefFoundError(name)))
          .startsWith("NoClassDefFoundError: Java found no font library on this machine.")
          .contains("course.py doctor", "fontconfig", "restart the kernel");
    }
    assertThat(ErrorWords.of(new IllegalStateException("font")))
        .isEqualTo("IllegalStateException: font.");
  }

  @Test
  void whatHelpsIsSaidWhereItIsKnown() {
    assertThat(ErrorWords.ofCode(new StackOverflowError()))
        .startsWith("your code stopped with StackOverflowError: a method calls itself");
    assertThat(ErrorWords.ofDisplay(1, new OutOfMemoryError("Java heap space")))
        .startsWith("This Integer could not be shown: OutOfMemoryError: memory ran out")
        .contains("restart the kernel");
    assertThat(ErrorWords.of(new UnsatisfiedLinkError("libfreetype.so.6: cannot open")))
        .contains("libharfbuzz0b");
    assertThat(ErrorWords.of(new UnsatisfiedLinkError("libopenblas.so")))
        .isEqualTo("UnsatisfiedLinkError: libopenblas.so.");
  }

  @Test
  void anExceptionThatThrowsIsStillNamed() {
    var bad =
        new IllegalStateException() {
          private static final long serialVersionUID = 1L;

          @Override
          public String getMessage() {
            throw new IllegalArgumentException("no message");
          }
        };
    assertThat(ErrorWords.ofCode(bad)).isEqualTo("your code stopped with IllegalStateException.");
  }
}
