package initlab.study;

import initlab.math.Interval;
import initlab.study.probe.Measure;

/**
 * The numbers of one layer.
 *
 * @param found by the study
 * @param layer 0 (the input) to L
 */
record LayerReadings(Results found, int layer) implements Readings {

  @Override
  public Interval interval(String start, Measure measure) {
    return found.of(start).band(measure).at(layer);
  }

  @Override
  public Interval medianInterval(String start, Measure measure) {
    return found.of(start).band(measure).medianInterval(layer);
  }

  @Override
  public String toString() {
    return "layer " + layer + " of " + found.study();
  }
}
