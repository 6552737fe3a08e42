package instead.java.util.concurrent;

/** TeaVM's JDK has none: a catch of it would make the whole page's code invalid. */
public class TimeoutException extends Exception {
  private static final long serialVersionUID = 1;
}
