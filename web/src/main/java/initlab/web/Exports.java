package initlab.web;

import initlab.init.Gains;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSString;
import org.teavm.jso.typedarrays.Float64Array;

/** {@link Live}, as a script calls it. What the library refuses arrives there as an Error. */
public final class Exports {
  private static final Live LIVE = new Live();

  private Exports() {}

  /** What a study is asked for. */
  public interface Request extends JSObject {
    @JSProperty
    String getActivation();

    @JSProperty
    int getWidth();

    @JSProperty
    int getDepth();

    @JSProperty
    int getBatch();

    @JSProperty
    JSArrayReader<JSString> getStarts();
  }

  /**
   * {@code begin({activation, width, depth, batch, starts: [...]})} gives {@code {theory: {start:
   * {kind, forward, backward}}}}, each an array from layer 0 on.
   */
  @JSExport
  public static JSObject begin(Request asked) {
    List<String> starts = new ArrayList<>();
    for (int i = 0; i < asked.getStarts().getLength(); i++) {
      starts.add(asked.getStarts().get(i).stringValue());
    }
    JSObject all = empty();
    LIVE.begin(asked.getActivation(), asked.getWidth(), asked.getDepth(), asked.getBatch(), starts)
        .forEach((start, theory) -> put(all, start, theory(theory)));
    JSObject out = empty();
    put(out, "theory", all);
    return out;
  }

  private static JSObject theory(Theory theory) {
    JSObject out = empty();
    put(out, "kind", text(theory.kind().name().toLowerCase(Locale.ROOT)));
    put(out, "forward", numbers(theory.forward()));
    put(out, "backward", numbers(theory.backward()));
    return out;
  }

  /**
   * {@code more(5)} gives {@code {seeds, curves: {start: {forward: {median, low, high}, backward:
   * {median, low, high}, end: {forward: [low, high], backward: [low, high]}}}}}.
   */
  @JSExport
  public static JSObject more(int seeds) {
    Seen seen = LIVE.more(seeds);
    JSObject all = empty();
    for (Seen.Curves curves : seen.curves()) {
      put(all, curves.name(), curves(curves));
    }
    JSObject out = empty();
    put(out, "seeds", seen.seeds());
    put(out, "curves", all);
    return out;
  }

  private static JSObject curves(Seen.Curves curves) {
    JSObject end = empty();
    put(end, "forward", numbers(curves.forward().end()));
    put(end, "backward", numbers(curves.backward().end()));
    JSObject out = empty();
    put(out, "forward", side(curves.forward()));
    put(out, "backward", side(curves.backward()));
    put(out, "end", end);
    return out;
  }

  private static JSObject side(Seen.Side side) {
    JSObject out = empty();
    put(out, "median", numbers(side.median()));
    put(out, "low", numbers(side.low()));
    put(out, "high", numbers(side.high()));
    return out;
  }

  /** {@code gains("x*sigmoid(x)")} gives {@code {secondMoment, variance, ...}}; NaN for none. */
  @JSExport
  public static JSObject gains(String activation) {
    Gains gains = Live.gains(activation);
    JSObject out = empty();
    put(out, "secondMoment", orNan(gains.secondMoment()));
    put(out, "variance", orNan(gains.variance()));
    put(out, "fixedPoint", orNan(gains.fixedPoint()));
    put(out, "gradient", orNan(gains.gradient()));
    put(out, "torch", orNan(gains.torch()));
    return out;
  }

  /** {@code different("constant(0.5)", 16)} gives 1. */
  @JSExport
  public static int different(String start, int width) {
    return Live.different(start, width);
  }

  private static double orNan(OptionalDouble gain) {
    return gain.orElse(Double.NaN);
  }

  /** {@code check("04-leaky", "sqrt(1.6/fanIn)")} gives {@code {kind, sentence, hints: [...]}}. */
  @JSExport
  public static JSObject check(String exercise, String answer) {
    Live.Checked checked = Live.check(exercise, answer);
    JSObject out = empty();
    put(out, "kind", text(checked.kind()));
    put(out, "sentence", text(checked.sentence()));
    put(out, "hints", texts(checked.hints()));
    return out;
  }

  /** {@code {activations: [...], rules: [...], exercises: [...]}}. */
  @JSExport
  public static JSObject names() {
    Live.Names names = Live.names();
    JSObject out = empty();
    put(out, "activations", texts(names.activations()));
    put(out, "rules", texts(names.rules()));
    put(out, "exercises", texts(names.exercises()));
    return out;
  }

  // The parts beside the standard figure, each asked with one object of what it needs.

  /** {@code plane({activation})} gives {@code {weights, biases, decades}}, see {@link Plane}. */
  @JSExport
  public static JSObject plane(PartExports.Asked asked) {
    return PartExports.plane(asked);
  }

  /** {@code edge({activation})} gives sigma_w for each sigma_b of its plane; NaN for none. */
  @JSExport
  public static JSObject edge(PartExports.Asked asked) {
    return PartExports.edge(asked);
  }

  /** {@code place({activation, sigmaW, sigmaB, whole})} gives a {@link Place}. */
  @JSExport
  public static JSObject place(PartExports.Asked asked) {
    return PartExports.place(asked);
  }

  /** {@code angles({activation, sigmaW, sigmaB, width, depth, seeds})}: {median, low, high}. */
  @JSExport
  public static JSObject angles(PartExports.Asked asked) {
    return PartExports.angles(asked);
  }

  /** {@code angleTheory({activation, sigmaW, sigmaB, layers})} gives cosines from layer 0 on. */
  @JSExport
  public static JSObject angleTheory(PartExports.Asked asked) {
    return PartExports.angleTheory(asked);
  }

  /** {@code gainWalk({activation, gain, layers})} gives a {@link GainWalk}. */
  @JSExport
  public static JSObject gainWalk(PartExports.Asked asked) {
    return PartExports.gainWalk(asked);
  }

  /** {@code lossHere({vocabulary, std})} gives a {@link LossLine.Here}. */
  @JSExport
  public static JSObject lossHere(PartExports.Asked asked) {
    return PartExports.lossHere(asked);
  }

  /** {@code lossLine({vocabulary})} gives a {@link LossLine}. */
  @JSExport
  public static JSObject lossLine(PartExports.Asked asked) {
    return PartExports.lossLine(asked);
  }

  /** {@code losses({vocabulary, std, seeds})} gives the loss of each batch. */
  @JSExport
  public static JSObject losses(PartExports.Asked asked) {
    return PartExports.losses(asked);
  }

  /** {@code formats({activation, gain, width, depth})} gives {@link Formats} by theory. */
  @JSExport
  public static JSObject formats(PartExports.Asked asked) {
    return PartExports.formats(asked);
  }

  /**
   * {@code formatDepths({activation, gain, width, depth, seeds})} gives a band over the four
   * formats.
   */
  @JSExport
  public static JSObject formatDepths(PartExports.Asked asked) {
    return PartExports.formatDepths(asked);
  }

  /**
   * {@code functions({activation, sigmaW, sigmaB, width, depth, shown, seeds})} gives {@link
   * Parts.Functions}.
   */
  @JSExport
  public static JSObject functions(PartExports.Asked asked) {
    return PartExports.functions(asked);
  }

  static JSObject numbers(double[] values) {
    return Float64Array.copyFromJavaArray(values);
  }

  private static JSObject texts(List<String> texts) {
    JSArray<JSString> out = JSArray.create();
    texts.forEach(each -> out.push(text(each)));
    return out;
  }

  static JSString text(String text) {
    return JSString.valueOf(text);
  }

  @JSBody(script = "return {};")
  static native JSObject empty();

  @JSBody(
      params = {"to", "name", "value"},
      script = "to[name] = value;")
  static native void put(JSObject to, String name, JSObject value);

  @JSBody(
      params = {"to", "name", "value"},
      script = "to[name] = value;")
  static native void put(JSObject to, String name, double value);
}
