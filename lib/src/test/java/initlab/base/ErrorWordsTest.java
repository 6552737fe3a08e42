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
