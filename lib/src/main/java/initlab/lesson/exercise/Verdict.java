package initlab.lesson.exercise;

/**
 * What a check says of an answer.
 *
 * @param kind right, wrong, or not tried yet
 * @param sentence the reason, or the praise, in a sentence
 */
public record Verdict(Kind kind, String sentence) {

  /** How an answer can stand. */
  public enum Kind {
    /** Every condition held. */
    RIGHT,
    /** A mistake was found. */
    WRONG,
    /** The line to be edited is as it was. */
    OPEN
  }

  private static final int LONGEST = 400;

  /** A sentence without end, as a reader's own exception may bring, is cut. */
  public Verdict {
    sentence = sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST) + " ...";
  }

  /** Whether the exercise is solved. */
  public boolean isRight() {
    return kind == Kind.RIGHT;
  }
}
