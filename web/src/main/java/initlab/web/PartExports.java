package initlab.web;

import static initlab.web.Exports.empty;
import static initlab.web.Exports.numbers;
import static initlab.web.Exports.put;
import static initlab.web.Exports.text;

import initlab.math.Band;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArray;

/** {@link Parts}, as objects of a script; {@link Exports} hands them out. */
final class PartExports {
  private static final Parts PARTS = new Parts();

  private PartExports() {}

  /** What the parts are asked for; each asks for some of these. */
  public interface Asked extends JSObject {
    @JSProperty
    String getActivation();

    @JSProperty
    double getSigmaW();

    @JSProperty
    double getSigmaB();

    @JSProperty
    boolean getWhole();

    @JSProperty
    int getWidth();

    @JSProperty
    int getDepth();

    @JSProperty
    int getSeeds();

    @JSProperty
    int getLayers();

    @JSProperty
    double getGain();

    @JSProperty
    double getStd();

    @JSProperty
    int getVocabulary();

    @JSProperty
    int getShown();
  }

  static JSObject plane(Asked asked) {
    Plane plane = Parts.plane(asked.getActivation());
    JSObject out = empty();
    put(out, "weights", numbers(plane.weights()));
    put(out, "biases", numbers(plane.biases()));
    put(out, "decades", numbers(plane.decades()));
    return out;
  }

  static JSObject edge(Asked asked) {
    return numbers(Parts.edge(asked.getActivation()));
  }

  static JSObject place(Asked asked) {
    Place place =
        Parts.place(asked.getActivation(), asked.getSigmaW(), asked.getSigmaB(), asked.getWhole());
    JSObject out = empty();
    put(out, "q", place.q());
    put(out, "chi", place.chi());
    put(out, "phase", text(place.phase()));
    put(out, "c", place.c());
    put(out, "depth", place.depth());
    return out;
  }

  static JSObject angles(Asked asked) {
    return band(
        PARTS.angles(
            asked.getActivation(),
            asked.getSigmaW(),
            asked.getSigmaB(),
            asked.getWidth(),
            asked.getDepth(),
            asked.getSeeds()));
  }

  static JSObject angleTheory(Asked asked) {
    return numbers(
        PARTS.angleTheory(
            asked.getActivation(), asked.getSigmaW(), asked.getSigmaB(), asked.getLayers()));
  }

  static JSObject gainWalk(Asked asked) {
    GainWalk walk = Parts.gainWalk(asked.getActivation(), asked.getGain(), asked.getLayers());
    JSObject out = empty();
    put(out, "x", numbers(walk.x()));
    put(out, "y", numbers(walk.y()));
    put(out, "slope", numbers(walk.slope()));
    put(out, "density", numbers(walk.density()));
    put(out, "power", walk.power());
    put(out, "from", numbers(walk.from()));
    put(out, "walks", numbers(walk.walks()));
    return out;
  }

  static JSObject lossLine(Asked asked) {
    LossLine line = Parts.lossLine(asked.getVocabulary());
    JSObject out = empty();
    put(out, "stds", numbers(line.stds()));
    put(out, "exact", numbers(line.exact()));
    put(out, "near", numbers(line.near()));
    put(out, "far", numbers(line.far()));
    return out;
  }

  static JSObject lossHere(Asked asked) {
    LossLine.Here here = Parts.lossHere(asked.getVocabulary(), asked.getStd());
    JSObject out = empty();
    put(out, "chance", here.chance());
    put(out, "words", here.words());
    put(out, "low", here.batch().low());
    put(out, "loss", here.batch().median());
    put(out, "high", here.batch().high());
    put(out, "turn", here.turn());
    return out;
  }

  static JSObject losses(Asked asked) {
    return numbers(PARTS.losses(asked.getVocabulary(), asked.getStd(), asked.getSeeds()));
  }

  static JSObject formats(Asked asked) {
    Formats formats =
        Parts.formats(asked.getActivation(), asked.getGain(), asked.getWidth(), asked.getDepth());
    JSObject out = empty();
    put(out, "sizes", numbers(formats.sizes()));
    put(out, "largest", numbers(formats.largest()));
    put(out, "smallest", numbers(formats.smallest()));
    put(out, "leaves", numbers(formats.leaves()));
    return out;
  }

  static JSObject formatDepths(Asked asked) {
    return band(
        PARTS.formatDepths(
            asked.getActivation(),
            asked.getGain(),
            asked.getWidth(),
            asked.getDepth(),
            asked.getSeeds()));
  }

  static JSObject functions(Asked asked) {
    Parts.Functions functions =
        PARTS.functions(
            asked.getActivation(),
            asked.getSigmaW(),
            asked.getSigmaB(),
            asked.getWidth(),
            asked.getDepth(),
            asked.getShown(),
            asked.getSeeds());
    JSArray<JSObject> outputs = JSArray.create();
    functions.outputs().forEach(output -> outputs.push(numbers(output)));
    JSObject out = empty();
    put(out, "outputs", outputs);
    put(out, "median", functions.crossings().median());
    put(out, "low", functions.crossings().low());
    put(out, "high", functions.crossings().high());
    put(out, "expected", functions.expected());
    return out;
  }

  private static JSObject band(Band band) {
    JSObject out = empty();
    put(out, "median", numbers(band.median()));
    put(out, "low", numbers(band.low()));
    put(out, "high", numbers(band.high()));
    return out;
  }
}
