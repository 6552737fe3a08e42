package initlab.web;

import org.teavm.jso.JSBody;

/** What the browser computes itself. */
final class BrowserMath {
  private BrowserMath() {}

  @JSBody(params = "x", script = "return Math.sinh(x);")
  static native double sinh(double x);

  @JSBody(params = "x", script = "return Math.cosh(x);")
  static native double cosh(double x);

  @JSBody(params = "x", script = "return Math.log1p(x);")
  static native double log1p(double x);

  @JSBody(params = "x", script = "return Math.log10(x);")
  static native double log10(double x);

  @JSBody(
      params = {"x", "y"},
      script = "return Math.hypot(x, y);")
  static native double hypot(double x, double y);
}
