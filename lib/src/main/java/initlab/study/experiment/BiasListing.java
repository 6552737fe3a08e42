package initlab.study.experiment;

import initlab.base.Args;
import initlab.view.Table;
import java.util.Arrays;
import java.util.List;

/**
 * What a listing that circulates makes of the biases of a recurrent layer of PyTorch. For every
 * parameter with "bias" in its name it fills the second quarter with 1, {@code
 * param.data[n//4:n//2].fill_(1.0)}. PyTorch has two such vectors for a layer, and adds them.
 *
 * <pre>{@code
 * BiasListing.lstm(4).at("f", 0)   // 2: the forget gates get 1 + 1
 * BiasListing.gru(4).at("r", 3)    // 2: half of the quarter lies in the reset gates
 * }</pre>
 */
public final class BiasListing {
  private static final int VECTORS = 2;

  private final String layer;
  private final List<String> gates;
  private final double[][] sum;

  private BiasListing(String layer, List<String> gates, int hidden) {
    Args.atLeast(1, hidden, "hidden", "4 shows it.");
    this.layer = layer;
    this.gates = gates;
    this.sum = new double[gates.size()][];
    double[] all = new double[gates.size() * hidden];
    for (int vector = 0; vector < VECTORS; vector++) {
      for (int i = all.length / 4; i < all.length / 2; i++) {
        all[i]++;
      }
    }
    Arrays.setAll(sum, g -> Arrays.copyOfRange(all, g * hidden, (g + 1) * hidden));
  }

  /** An LSTM's, in PyTorch's order i f g o. */
  public static BiasListing lstm(int hidden) {
    return new BiasListing("LSTM", List.of("i", "f", "g", "o"), hidden);
  }

  /** A GRU's, in PyTorch's order r z n. */
  public static BiasListing gru(int hidden) {
    return new BiasListing("GRU", List.of("r", "z", "n"), hidden);
  }

  /**
   * The sum of both biases of one unit.
   *
   * @param gate its letter, such as "f"
   * @param unit from 0
   */
  public double at(String gate, int unit) {
    return row(gate)[unit];
  }

  /** The mean over the units of a gate. */
  public double mean(String gate) {
    return Arrays.stream(row(gate)).average().orElse(Double.NaN);
  }

  private double[] row(String gate) {
    int g = gates.indexOf(gate);
    if (g < 0) {
      throw Args.bad("the gate", gate, "one of " + gates, "They stand in PyTorch's order.");
    }
    return sum[g];
  }

  /** LSTM and GRU with so many units: a row for each gate, in PyTorch's order. */
  public static Table table(int units) {
    List<BiasListing> both = List.of(lstm(units), gru(units));
    List<String> rows =
        both.stream().flatMap(b -> b.gates.stream().map(g -> b.layer + ", " + g)).toList();
    Table table = Table.of("After the listing: the sum of both biases").words("gate", rows);
    for (int unit = 0; unit < units; unit++) {
      int column = unit;
      long[] sums =
          both.stream()
              .flatMap(b -> Arrays.stream(b.sum))
              .mapToLong(g -> (long) g[column])
              .toArray();
      table = table.counts("unit " + (unit + 1), sums);
    }
    return table;
  }

  @Override
  public String toString() {
    return layer + " after the listing: " + Arrays.deepToString(sum);
  }
}
