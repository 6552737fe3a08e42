package initlab.study.experiment;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.init.Activation;
import initlab.theory.MeanField;
import initlab.view.Table;
import java.util.List;
import java.util.stream.Stream;

/**
 * The edge of chaos of several activations: the sigma_w at which chi = 1, for some sigma_b^2, or
 * "none". By theory for wide layers.
 */
public final class EdgeTable {
  private EdgeTable() {}

  /** A row for each activation, a column for each of these bias variances. */
  public static Table of(double[] biasVariances, Activation... activations) {
    Args.atLeast(1, biasVariances.length, "the number of bias variances", "Such as 0 and 0.05.");
    Args.atLeast(1, activations.length, "the number of activations", "Such as TANH.");
    Table table =
        Table.of("The edge of chaos: sigma_w at which chi = 1")
            .words("f", Stream.of(activations).map(Activation::name).toList());
    for (double variance : biasVariances) {
      List<String> words = Stream.of(activations).map(f -> word(f, variance)).toList();
      table = table.words("sigma_b^2 = " + Numbers.brief(variance, 3), words);
    }
    return table;
  }

  /**
   * The sigma_w of the edge; NaN where there is none.
   *
   * @throws IllegalArgumentException if the variance is negative or not finite
   */
  public static double edge(Activation f, double biasVariance) {
    MeanField field = MeanField.of(f).bias(biasVariance);
    try {
      return Math.sqrt(field.critical().weightVariance());
    } catch (IllegalArgumentException none) {
      return Double.NaN;
    }
  }

  private static String word(Activation f, double biasVariance) {
    double edge = edge(f, biasVariance);
    return Double.isNaN(edge) ? "none" : Numbers.brief(edge, 4);
  }
}
