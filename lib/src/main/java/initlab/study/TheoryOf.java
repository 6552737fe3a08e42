package initlab.study;

import initlab.init.Activation;
import initlab.nn.Network;
import initlab.nn.Node;
import initlab.nn.Plan;
import initlab.nn.Start;
import initlab.nn.lsuv.Lsuv;
import initlab.theory.FiniteWidth;
import initlab.theory.FiniteWidthSample;
import initlab.theory.LayerScale;
import initlab.theory.MeanField;
import initlab.theory.Propagation;
import initlab.theory.SignalMoments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What theory says of a start, from what the start says of itself. */
public final class TheoryOf {
  private final Plan plan;
  private final Start start;
  private final double input;
  private final Network net;

  /**
   * Of this start.
   *
   * @param plan the network without weights
   * @param start how it begins
   * @param input second moment of the input
   */
  public TheoryOf(Plan plan, Start start, double input) {
    this.plan = plan;
    this.start = start;
    this.input = input;
    net = Network.redrawing(plan);
  }

  /**
   * The mean over many nets, for output gradients of second moment 1; empty where none is known.
   */
  public Optional<Propagation> mean() {
    return mean(false);
  }

  /**
   * The same, where more may be known of the input.
   *
   * @param drawn whether the input's numbers are independent N(0, input): theory can then follow
   *     nets in which they go on as they are, beside the weights
   */
  public Optional<Propagation> mean(boolean drawn) {
    return known(
        () ->
            start instanceof Lsuv lsuv && lsuv.unitPreActivations()
                ? unitVariance().map(scales -> Propagation.of(scales, input, 1))
                : scales(false)
                    .map(scales -> Propagation.of(scales, input, 1))
                    .or(() -> blocks(drawn)));
  }

  private Optional<Propagation> blocks(boolean drawn) {
    SignalMoments x = drawn ? SignalMoments.normal(input) : SignalMoments.of(input);
    return untied()
        ? new MomentMaps(new LayerScales(start))
            .of(net.layers())
            .map(maps -> Propagation.through(maps, x, 1))
        : Optional.empty();
  }

  /** What one net of this width is likely to show; empty where weights are not independent. */
  public Optional<FiniteWidth> law() {
    return law(false);
  }

  /**
   * The same, where each net may have an input of its own.
   *
   * @param drawn whether the input's numbers are independent normal ones, drawn anew for each net,
   *     of the second moment stated; else every input has exactly that second moment
   */
  Optional<FiniteWidth> law(boolean drawn) {
    return law(drawn, 1);
  }

  /**
   * The same from a share of the usual nets, where a reader waits for it: {@link
   * FiniteWidth#roughly}.
   */
  public Optional<FiniteWidth> law(boolean drawn, double share) {
    return known(() -> independent(drawn).map(net -> law(net, drawn, share)));
  }

  /**
   * Second moments of the last layer of many nets drawn from this law; throws and is empty as
   * {@link #law(boolean)}.
   */
  Optional<double[]> lastMoments(boolean drawn) {
    return known(
        () ->
            independent(drawn)
                .map(net -> FiniteWidthSample.lastLayer(net.scales, net.widths, input)));
  }

  /** Layers and widths of a net whose law is known. */
  private static final class Chain {
    private final List<LayerScale> scales;
    private final int[] widths;

    Chain(List<LayerScale> scales, int[] widths) {
      this.scales = scales;
      this.widths = widths;
    }
  }

  /** A linear layer of variance 1 makes, of any input, the numbers that a net's own input has. */
  private Optional<Chain> independent(boolean drawn) {
    Optional<List<LayerScale>> scales = untied() ? scales(true) : Optional.empty();
    return scales.map(
        plain -> {
          if (!drawn) {
            return new Chain(plain, widths());
          }
          List<LayerScale> all = new ArrayList<>(plain);
          all.add(0, new LayerScale(Activation.LINEAR, 1, 1));
          IntStream before = IntStream.of(plan.inputs());
          return new Chain(all, IntStream.concat(before, IntStream.of(widths())).toArray());
        });
  }

  private FiniteWidth law(Chain net, boolean drawn, double share) {
    FiniteWidth law = FiniteWidth.roughly(net.scales, net.widths, input, share);
    return drawn ? new FiniteWidth(law.activation().from(1), law.gradient().from(1)) : law;
  }

  /**
   * Theory is an extra: an expectation that does not exist, or a function that has no value where
   * theory looks, leaves the line out and ends no measurement.
   */
  private static <T> Optional<T> known(Supplier<Optional<T>> theory) {
    try {
      return theory.get();
    } catch (CancellationException interrupted) {
      throw interrupted;
    } catch (RuntimeException noSuchExpectation) {
      return Optional.empty();
    }
  }

  private boolean untied() {
    return net.parameters().stream().allMatch(p -> p.uses().size() == 1);
  }

  private int[] widths() {
    return IntStream.concat(
            IntStream.of(plan.inputs()), net.layers().stream().mapToInt(node -> node.out().size()))
        .toArray();
  }

  /** The scale of every layer; empty if one is not what theory supposes. */
  private Optional<List<LayerScale>> scales(boolean independent) {
    LayerScales known = new LayerScales(start);
    List<LayerScale> scales = new ArrayList<>();
    for (Node node : net.layers()) {
      Optional<LayerScale> scale = known.of(node, independent);
      if (scale.isEmpty()) {
        return Optional.empty();
      }
      scales.add(scale.get());
    }
    return Optional.of(scales);
  }

  /**
   * The weights that give every pre-activation variance 1, which is what LSUV sets out to do; none
   * where layers share weights, which one scale cannot suit.
   */
  private Optional<List<LayerScale>> unitVariance() {
    if (!untied()) {
      return Optional.empty();
    }
    List<LayerScale> scales = new ArrayList<>();
    double moment = input;
    for (Node node : net.layers()) {
      if (!LayerScales.plainDense(node)) {
        return Optional.empty();
      }
      double fanIn = LayerScales.weight(node).shape().fanIn();
      scales.add(LayerScales.of(node, 1 / (fanIn * moment)));
      moment = MeanField.of(node.activation()).activationMoment(1);
    }
    return Optional.of(scales);
  }
}
