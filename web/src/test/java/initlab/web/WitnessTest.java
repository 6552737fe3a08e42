package initlab.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import initlab.init.Gains;
import initlab.math.Band;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The same calls on the JVM; what they give is kept for the test that makes them in a browser. */
class WitnessTest {
  private static final Gson JSON =
      new GsonBuilder().serializeSpecialFloatingPointValues().disableHtmlEscaping().create();

  private final Live live = new Live();
  private final Parts parts = new Parts();
  private final List<Object> calls = new ArrayList<>();

  @Test
  void writesWhatTheBrowserMustGive() throws IOException {
    study("ReLU", 64, 50, 32, 30, "He", "1.6/sqrt(fanIn)", "orthogonal(sqrt(2))");
    study("ReLU", 33, 20, 1, 7, "He uniform", "truncatedNormal(sqrt(2/fanIn))", "looks-linear");
    study("tanh", 48, 30, 32, 7, "Xavier", "orthogonal", "uniform(sqrt(3/fanIn))");
    study("GELU", 32, 20, 16, 7, "He", "Xavier");
    study("x*sigmoid(1.7*x)", 32, 20, 16, 7, "1.5/sqrt(fanIn)", "LeCun");
    study("x > 0 ? x : expm1(x)", 32, 20, 16, 7, "He", "identity");
    study("ReLU", 16, 10, 32, 7, "constant(1.2/fanIn) + normal(0.01)", "LSUV");
    for (String start : List.of("constant(0.5)", "constant(0.5) + normal(0.01)", "He", "foo")) {
      call("different", () -> Live.different(start, 16), Map.of("start", start, "width", 16));
    }
    Live.names().activations().forEach(this::gains);
    List.of("x*sigmoid(1.7*x)", "sin(x)", "abs(x)^1.5", "max(x, x^2)", "x^x", "1/x", "x/0", "3")
        .forEach(this::gains);
    for (String answer :
        List.of("sqrt(1.6/fanIn)", "sqrt(2/fanIn)", "1.6/fanIn", "He", "0", "1/0", "foo", "")) {
      check("04-leaky", answer);
    }
    for (String id : Live.names().exercises()) {
      check(id, "0.1");
      check(id, "sqrt(2/fanIn)");
    }
    call("names", Live::names);
    plane("ReLU", 1.3, 0.2);
    plane("tanh", 2, 0.3);
    plane("x*sigmoid(1.7*x)", 1.2, 0.3);
    plane("foo(x)", 1, 0);
    gainWalk("max(0, x)^2", 0.8);
    gainWalk("tanh", -1.1852029823776717e62); // a sentence with all digits of a number
    gainWalk("tanh", -122710016.0);
    gainWalk("x.5", 1);
    gainWalk("x\u200b + \u00a01", 1);
    gainWalk("tanh", 1.5);
    loss(10, 5);
    loss(1000, 0);
    formats("ReLU", 2.8);
    formats("tanh", 0.5);
    functions("tanh", 2, 0.2);
    Path target = Files.createDirectories(Path.of("target"));
    String text = JSON.toJson(calls);
    Files.writeString(target.resolve("witness.json"), text);
    assertThat(text.split("[0-9]\\.[0-9]")).hasSizeGreaterThan(3000);
  }

  private void study(String f, int width, int depth, int batch, int seeds, String... starts) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("activation", f);
    request.put("width", width);
    request.put("depth", depth);
    request.put("batch", batch);
    request.put("starts", starts);
    call("begin", () -> theory(live.begin(f, width, depth, batch, List.of(starts))), request);
    call("more", () -> seen(live.more(3)), 3);
    call("more", () -> seen(live.more(seeds - 3)), seeds - 3);
  }

  private static Object theory(Map<String, Theory> theory) {
    Map<String, Object> all = new LinkedHashMap<>();
    theory.forEach(
        (start, t) ->
            all.put(
                start,
                Map.of(
                    "kind", t.kind().name().toLowerCase(Locale.ROOT),
                    "forward", t.forward(),
                    "backward", t.backward())));
    return Map.of("theory", all);
  }

  private static Object seen(Seen seen) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (Seen.Curves curves : seen.curves()) {
      Object end = Map.of("forward", curves.forward().end(), "backward", curves.backward().end());
      all.put(
          curves.name(),
          Map.of(
              "forward", side(curves.forward()), "backward", side(curves.backward()), "end", end));
    }
    return Map.of("seeds", seen.seeds(), "curves", all);
  }

  private static Object side(Seen.Side side) {
    return Map.of("median", side.median(), "low", side.low(), "high", side.high());
  }

  private void gains(String f) {
    call(
        "gains",
        () -> {
          Gains gains = Live.gains(f);
          return Map.of(
              "secondMoment", number(gains.secondMoment()),
              "variance", number(gains.variance()),
              "fixedPoint", number(gains.fixedPoint()),
              "gradient", number(gains.gradient()),
              "torch", number(gains.torch()));
        },
        f);
  }

  private static double number(OptionalDouble gain) {
    return gain.orElse(Double.NaN);
  }

  private void plane(String f, double w, double b) {
    call("plane", () -> Parts.plane(f), Map.of("activation", f));
    call("edge", () -> Parts.edge(f), Map.of("activation", f));
    Map<String, Object> place = Map.of("activation", f, "sigmaW", w, "sigmaB", b, "whole", true);
    call("place", () -> Parts.place(f, w, b, true), place);
    Map<String, Object> nets = new LinkedHashMap<>(place);
    nets.putAll(Map.of("width", 16, "depth", 8, "seeds", 7, "layers", 8));
    call("angles", () -> band(parts.angles(f, w, b, 16, 8, 7)), nets);
    call("angleTheory", () -> parts.angleTheory(f, w, b, 8), nets);
  }

  private void gainWalk(String f, double gain) {
    Map<String, Object> asked = Map.of("activation", f, "gain", gain, "layers", 20);
    call("gainWalk", () -> Parts.gainWalk(f, gain, 20), asked);
  }

  private void loss(int words, double std) {
    Map<String, Object> asked = Map.of("vocabulary", words, "std", std, "seeds", 5);
    call("lossLine", () -> Parts.lossLine(words), asked);
    call(
        "lossHere",
        () -> {
          LossLine.Here here = Parts.lossHere(words, std);
          return Map.of(
              "chance", here.chance(),
              "words", here.words(),
              "low", here.batch().low(),
              "loss", here.batch().median(),
              "high", here.batch().high(),
              "turn", here.turn());
        },
        asked);
    call("losses", () -> parts.losses(words, std, 5), asked);
  }

  private void formats(String f, double gain) {
    Map<String, Object> asked =
        Map.of("activation", f, "gain", gain, "width", 16, "depth", 60, "seeds", 3);
    call("formats", () -> Parts.formats(f, gain, 16, 60), asked);
    call("formatDepths", () -> band(parts.formatDepths(f, gain, 16, 60, 3)), asked);
  }

  private void functions(String f, double w, double b) {
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.putAll(Map.of("activation", f, "sigmaW", w, "sigmaB", b, "width", 16, "depth", 5));
    asked.putAll(Map.of("shown", 2, "seeds", 4));
    call(
        "functions",
        () -> {
          Parts.Functions seen = parts.functions(f, w, b, 16, 5, 2, 4);
          return Map.of(
              "outputs", seen.outputs(),
              "median", seen.crossings().median(),
              "low", seen.crossings().low(),
              "high", seen.crossings().high(),
              "expected", seen.expected());
        },
        asked);
  }

  private static Object band(Band band) {
    return Map.of("median", band.median(), "low", band.low(), "high", band.high());
  }

  private void check(String id, String answer) {
    call("check", () -> Live.check(id, answer), Map.of("id", id, "answer", answer));
  }

  private interface Asked {
    Object result();
  }

  /** What is refused is kept as its sentence. */
  private void call(String name, Asked asked, Object... arguments) {
    Map<String, Object> call = new LinkedHashMap<>();
    call.put("call", name);
    call.put("arguments", arguments);
    try {
      call.put("result", asked.result());
    } catch (IllegalArgumentException | IllegalStateException refused) {
      call.put("error", refused.getMessage());
    }
    calls.add(call);
  }
}
