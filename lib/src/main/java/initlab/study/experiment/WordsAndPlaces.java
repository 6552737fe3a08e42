package initlab.study.experiment;

import initlab.base.Args;
import initlab.init.Initializer;
import initlab.math.Moments;
import initlab.nn.Plan;
import initlab.nn.Signal;
import initlab.nn.layer.Embedding;
import initlab.nn.layer.Positions;
import initlab.view.Displayable;
import initlab.view.map.HeatMap;
import initlab.view.map.HeatMapPair;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * What the first block of a transformer is told of words and of their places: rows of an embedding
 * plus sinusoidal positions. The text has 24 places, at which six words come in turn, four times
 * each, so that every sixth place holds the same word.
 *
 * <pre>{@code
 * WordsAndPlaces.of(Embedding.of(50, 512).scaled(), Init.normal(0.044))
 * }</pre>
 *
 * @param embedding at least six words
 * @param table draws its rows
 */
public record WordsAndPlaces(Embedding embedding, Initializer table) implements Displayable {
  private static final int PLACES = 24;
  private static final int WORDS = 6;
  private static final long SEED = 1;

  /** Checks the parts. */
  public WordsAndPlaces {
    Args.given(embedding, "the embedding", "Such as Embedding.of(50, 512).");
    Args.given(table, "the rule of its table", "Such as Init.normal(0.02).");
    Args.atLeast(WORDS, embedding.vocabulary(), "the vocabulary", "The text has six words.");
  }

  /** This embedding with a table that is drawn by this rule. */
  public static WordsAndPlaces of(Embedding embedding, Initializer table) {
    return new WordsAndPlaces(embedding, table);
  }

  /** The share of the words' rows in the sum of both second moments, 0 to 1. */
  public double shareOfWords() {
    double words = Moments.of(words()).secondMoment();
    double places = Moments.of(places()).secondMoment();
    return words / (words + places);
  }

  /**
   * The mean cosine of two places that hold the same word, less that of neighbours, which hold two
   * words: above 0 where words speak louder than places.
   */
  public double sameWordOverNeighbour() {
    double[][] cosines = cosines();
    return mean(cosines, WORDS) - mean(cosines, 1);
  }

  private static double mean(double[][] cosines, int apart) {
    return IntStream.range(0, PLACES - apart)
        .mapToDouble(place -> cosines[place][place + apart])
        .average()
        .orElseThrow();
  }

  /** The cosine of what stands at each place with what stands at each other one. */
  public HeatMap map() {
    double[] place = new double[PLACES];
    Arrays.setAll(place, t -> t);
    String title = embedding.byRoot() ? "Rows times sqrt(width)" : "Rows as they are";
    return HeatMap.of(title + ", plus sinusoidal positions", place, place, cosines())
        .axes("place; every " + WORDS + "th holds the same word", "place")
        .shows("cosine", 0.5);
  }

  /** This map on the left and that of another embedding on the right. */
  public HeatMapPair beside(WordsAndPlaces other) {
    Args.given(other, "the other embedding", "Such as one that is scaled().");
    return HeatMapPair.of(map(), other.map());
  }

  private double[][] cosines() {
    DMatrixRMaj sum = sum();
    double[][] cosines = new double[PLACES][PLACES];
    for (int i = 0; i < PLACES; i++) {
      for (int j = 0; j < PLACES; j++) {
        cosines[i][j] = dot(sum, i, j) / Math.sqrt(dot(sum, i, i) * dot(sum, j, j));
      }
    }
    return cosines;
  }

  private static double dot(DMatrixRMaj m, int i, int j) {
    int n = m.numCols;
    return IntStream.range(0, n).mapToDouble(k -> m.get(i, k) * m.get(j, k)).sum();
  }

  private DMatrixRMaj words() {
    return Plan.of(Signal.tokens(PLACES, 1), embedding).init(table, SEED).forward(ids()).output();
  }

  private DMatrixRMaj sum() {
    Plan both = Plan.of(Signal.tokens(PLACES, 1), embedding, Positions.sinusoidal());
    return both.init(table, SEED).forward(ids()).output();
  }

  private DMatrixRMaj places() {
    Plan alone = Plan.of(Signal.tokens(PLACES, embedding.width()), Positions.sinusoidal());
    DMatrixRMaj nothing = new DMatrixRMaj(1, PLACES * embedding.width());
    return alone.init(table, SEED).forward(nothing).output();
  }

  private static DMatrixRMaj ids() {
    DMatrixRMaj ids = new DMatrixRMaj(1, PLACES);
    Arrays.setAll(ids.data, place -> place % WORDS);
    return ids;
  }

  @Override
  public String text() {
    return map().text();
  }

  @Override
  public Map<String, String> display() {
    return map().display();
  }

  @Override
  public String toString() {
    return text();
  }
}
