package initlab.study.experiment;

import initlab.init.Law;
import initlab.nn.Network;
import initlab.nn.Parameter;
import initlab.nn.Start;
import initlab.nn.layer.LastStep;
import initlab.nn.layer.Rnn;
import initlab.theory.MeanField;
import initlab.theory.Propagation;
import java.util.Optional;

/** What theory says of a simple recurrent layer whose last step alone is looked at. */
final class TimeTheory {
  private TimeTheory() {}

  /**
   * Of this start; empty where none is known.
   *
   * @param input E x^2 of what comes in at every step
   */
  static Optional<Propagation> of(Network net, Start start, double input) {
    boolean known = net.depth() == 2 && net.layer(2).layer() instanceof LastStep;
    if (!known || !(net.layer(1).layer() instanceof Rnn rnn)) {
      return Optional.empty();
    }
    double w = variance(start, net.parameter("1.W"));
    double u = variance(start, net.parameter("1.U"));
    double b = rnn.bias() ? variance(start, net.parameter("1.b")) : 0;
    if (Double.isNaN(w + u + b)) {
      return Optional.empty();
    }
    MeanField field = MeanField.of(rnn.f()).weights(rnn.hidden() * u).bias(b);
    return Optional.of(
        field.overTime(net.plan().input().places(), net.plan().input().channels() * w * input));
  }

  /** Var of a parameter of mean 0; NaN where its rule states none, or another mean. */
  private static double variance(Start start, Parameter parameter) {
    Optional<Law> law = start.rule(parameter).flatMap(rule -> rule.law(parameter.shape()));
    return law.filter(l -> l.mean() == 0).map(l -> l.std() * l.std()).orElse(Double.NaN);
  }
}
