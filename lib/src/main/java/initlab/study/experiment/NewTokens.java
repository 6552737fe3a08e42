package initlab.study.experiment;

import initlab.base.Args;
import initlab.math.Interval;
import initlab.nn.Layer;
import initlab.nn.Network;
import initlab.nn.Parameter;
import initlab.nn.Plan;
import initlab.nn.layer.Embedding;
import initlab.nn.layer.Unembedding;
import initlab.nn.loss.Loss;
import initlab.train.data.Dataset;
import initlab.view.Displayable;
import initlab.view.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;

/**
 * One new word in a net of words that was trained without it: what the net then says at the places
 * of a text, and what it loses there, by how the new row begins.
 *
 * <pre>{@code
 * new NewTokens(net, text.draw(100, 16, 7))   // a table: mean, zero, normal
 * }</pre>
 *
 * @param net begins with an {@link Embedding} and ends with an {@link Unembedding}; not modified
 * @param data texts without the new word
 */
public record NewTokens(Network net, Dataset data) implements Displayable {

  /** Checks the parts. */
  public NewTokens {
    Args.given(net, "the network", "Train one: history.net().");
    Args.given(data, "the data", "Such as text.draw(100, 16, 7).");
    List<Layer> layers = net.plan().layers();
    if (!(layers.get(0) instanceof Embedding)
        || !(layers.get(layers.size() - 1) instanceof Unembedding)) {
      throw Args.bad(
          "the first and the last layer",
          layers.get(0).kind() + " and " + layers.get(layers.size() - 1).kind(),
          "an embedding and an unembedding",
          "Only their tables have a row for each word.");
    }
  }

  /**
   * The net with so many words more, all else as it was.
   *
   * @throws IllegalArgumentException if count is below 1
   */
  public Network grown(NewRows way, int count, long seed) {
    int words = net.plan().vocabulary() + count;
    Plan larger =
        net.plan()
            .map(
                layer ->
                    layer instanceof Embedding e
                        ? e.words(words)
                        : layer instanceof Unembedding u ? u.words(words) : layer);
    Network grown = Network.blank(larger);
    for (Parameter old : net.parameters()) {
      boolean table = old.name().equals("table");
      grown.parameter(old.path()).load(table ? way.append(old.value(), count, seed) : old.value());
    }
    return grown;
  }

  /** The probability that the net gives its new word, at every place of the texts. */
  public Interval probability(NewRows way) {
    return Interval.of(probabilities(way));
  }

  /** The largest of these probabilities. */
  public double largest(NewRows way) {
    return Arrays.stream(probabilities(way)).max().orElseThrow();
  }

  private double[] probabilities(NewRows way) {
    DMatrixRMaj logits = grown(way, 1, 1).evaluate(data.x()).output();
    double[] p = new double[logits.numRows];
    int last = logits.numCols - 1;
    for (int row = 0; row < p.length; row++) {
      double sum = 0;
      for (int col = 0; col <= last; col++) {
        sum += Math.exp(logits.get(row, col) - logits.get(row, last));
      }
      p[row] = 1 / sum;
    }
    return p;
  }

  /** What the net loses on the texts before it knows of the new word. */
  public double before() {
    return data.loss(net);
  }

  /** What it loses on the same texts with the new word, of which they have none. */
  public double after(NewRows way) {
    Network grown = grown(way, 1, 1);
    var output = grown.evaluate(data.x()).output();
    return Loss.tokens().value(output, data.y());
  }

  /** One row a way: the new word's probability, and the loss it costs. */
  public Table table() {
    List<NewRows> ways = List.of(NewRows.values());
    return Table.of("A new word among " + net.plan().vocabulary() + ", before it is trained")
        .words("its row begins as", ways.stream().map(NewRows::toString).toList())
        .digits(2, "p(new), median", each(way -> probability(way).median()))
        .digits(2, "p(new), 95 %", each(way -> probability(way).high()))
        .digits(2, "p(new), largest", each(this::largest))
        .digits(4, "loss before", each(way -> before()))
        .digits(4, "loss after", each(this::after));
  }

  private static double[] each(Function<NewRows, Double> number) {
    return Arrays.stream(NewRows.values()).mapToDouble(number::apply).toArray();
  }

  @Override
  public String text() {
    return table().text();
  }

  @Override
  public Map<String, String> display() {
    return table().display();
  }

  @Override
  public String toString() {
    return text();
  }
}
