package initlab.init;

import initlab.base.Args;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.ejml.data.DMatrixRMaj;

/** A rule under another name. */
record NamedInitializer(String name, Initializer rule) implements Initializer {

  NamedInitializer {
    Args.given(name, "the name", "Say what figures should call it.");
  }

  @Override
  public DMatrixRMaj draw(WeightShape shape, UniformRandomProvider rng) {
    return rule.draw(shape, rng);
  }

  @Override
  public void fill(WeightShape shape, UniformRandomProvider rng, DMatrixRMaj out) {
    if (rule instanceof BuiltIn) {
      rule.fill(shape, rng, out);
    } else {
      Initializer.super.fill(shape, rng, out); // whose refusals say this name
    }
  }

  @Override
  public Optional<Law> law(WeightShape shape) {
    return rule.law(shape);
  }

  @Override
  public String stream(String own) {
    return rule.stream(own);
  }

  @Override
  public String toString() {
    return name;
  }
}
