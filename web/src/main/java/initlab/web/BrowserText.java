package initlab.web;

import org.teavm.jso.JSBody;

/** The browser's own regular expressions; those of the library mean the same in both languages. */
final class BrowserText {
  private BrowserText() {}

  @JSBody(
      params = {"text", "pattern"},
      script = "return new RegExp('^(?:' + pattern + ')$').test(text);")
  static native boolean matches(String text, String pattern);

  @JSBody(
      params = {"text", "pattern", "by"},
      script = "return text.replace(new RegExp(pattern), by);")
  static native String replaceFirst(String text, String pattern, String by);

  @JSBody(
      params = {"text", "pattern", "by"},
      script = "return text.replace(new RegExp(pattern, 'g'), by);")
  static native String replaceAll(String text, String pattern, String by);

  @JSBody(
      params = {"text", "pattern"},
      script = "return text.split(new RegExp(pattern));")
  static native String[] split(String text, String pattern);
}
