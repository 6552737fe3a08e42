package initlab.study.experiment;

import initlab.base.Args;
import initlab.base.Parallel;
import initlab.init.Init;
import initlab.math.Interval;
import initlab.math.RandomStreams;
import initlab.nn.Plan;
import initlab.nn.Role;
import initlab.nn.Rules;
import initlab.nn.Signal;
import initlab.nn.layer.Embedding;
import initlab.nn.layer.Unembedding;
import initlab.nn.loss.Loss;
import initlab.study.IntervalColumns;
import initlab.theory.StepZero;
import initlab.train.data.Data;
import initlab.view.Displayable;
import initlab.view.Table;
import initlab.view.figure.Curve;
import initlab.view.figure.Figure;
import initlab.view.figure.Panel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.ejml.data.DMatrixRMaj;

/**
 * What a net of words loses before its first step, over the size of its logits: an embedding and a
 * head, and nothing between. Untied, rows are N(0, 1) and the head gives logits of this standard
 * deviation. Tied, the table is as large as gives the other words' logits this standard deviation;
 * then the logit of the word that came in, |e|^2, is sqrt(width) times as large, and that word is
 * never due here. 20 nets, 100 words each, beside {@link StepZero}.
 *
 * @param vocabulary how many words
 * @param width of a row
 */
public record FirstLoss(int vocabulary, int width) implements Displayable {
  private static final int SEEDS = 20;
  private static final int BATCH = 100;
  private static final double[] SCALES = {0.03, 0.1, 0.3, 1, 2, 3, 5, 10, 30};

  /** Checks the numbers. */
  public FirstLoss {
    Args.atLeast(2, vocabulary, "the vocabulary", "One word is always right.");
    Args.atLeast(1, width, "the width", "A word needs one number at least.");
  }

  /** Nets of so many words and rows of so many numbers. */
  public static FirstLoss of(int vocabulary, int width) {
    return new FirstLoss(vocabulary, width);
  }

  /** The loss of untied nets whose logits have this standard deviation, over nets. */
  public Interval untied(double std) {
    Args.positive(std, "the standard deviation of logits", "1 is usual.");
    Rules rules = Rules.of(Init.normal(std / Math.sqrt(width))).on(Role.EMBEDDING, Init.normal(1));
    return measured(plan(""), rules);
  }

  /** The loss of tied nets where logits of other words have this standard deviation, over nets. */
  public Interval tied(double std) {
    Args.positive(std, "the standard deviation of logits", "1 is usual.");
    return measured(plan("words"), Rules.of(Init.normal(table(std))));
  }

  /** The standard deviation of a tied table whose words have logits of this one. */
  private double table(double std) {
    return Math.sqrt(std / Math.sqrt(width));
  }

  /** What theory says of untied nets. */
  public StepZero theoryUntied(double std) {
    return StepZero.of(vocabulary, std);
  }

  /** What theory says of tied nets. */
  public StepZero theoryTied(double std) {
    return StepZero.tied(vocabulary, width, table(std));
  }

  private Plan plan(String tie) {
    return Plan.of(
        Signal.vector(1),
        Embedding.of(vocabulary, width).tied(tie),
        Unembedding.of(vocabulary).tied(tie));
  }

  private Interval measured(Plan plan, Rules rules) {
    List<Double> losses =
        Parallel.seeds(
            SEEDS,
            seed -> {
              DMatrixRMaj x = Data.ids(BATCH, 1, vocabulary, seed);
              DMatrixRMaj logits = plan.init(rules, seed).forward(x).output();
              return Loss.tokens().value(logits, others(x, seed));
            });
    return Interval.of(losses.stream().mapToDouble(loss -> loss).toArray());
  }

  /** For each word another one, which is due. */
  private DMatrixRMaj others(DMatrixRMaj x, long seed) {
    var rng = RandomStreams.of(seed, "due", 0);
    DMatrixRMaj due = new DMatrixRMaj(x.numRows, 1);
    Arrays.setAll(due.data, i -> (x.data[i] + 1 + rng.nextInt(vocabulary - 1)) % vocabulary);
    return due;
  }

  /** The loss over the size of logits: measured with 5-95 % over nets, theory's mean beside it. */
  public Figure plot() {
    List<Curve> curves =
        List.of(
            curve("untied", this::untied, this::theoryUntied),
            curve("tied", this::tied, this::theoryTied));
    String title = "Loss before step one, " + vocabulary + " words, width " + width;
    Panel panel =
        Panel.of("", "standard deviation of the other words' logits", "loss", curves)
            .decadesAcross()
            .level("ln V", Math.log(vocabulary));
    return Figure.of(title, panel).saying(text());
  }

  private static Curve curve(
      String name, DoubleFunction<Interval> measure, DoubleFunction<StepZero> theory) {
    List<Interval> seen = Arrays.stream(SCALES).mapToObj(measure).toList();
    double[] median = seen.stream().mapToDouble(Interval::median).toArray();
    double[] low = seen.stream().mapToDouble(Interval::low).toArray();
    double[] high = seen.stream().mapToDouble(Interval::high).toArray();
    return Curve.band(name, SCALES, median, low, high)
        .theory(Arrays.stream(SCALES).map(s -> theory.apply(s).loss()).toArray())
        .theoryIs("mean");
  }

  /** One row a standard deviation: both kinds of head, measured and by theory. */
  public Table table() {
    Table table =
        Table.of("Loss before step one, " + vocabulary + " words, width " + width)
            .numbers("std of logits", SCALES);
    table = columns(table, "untied", this::untied, this::theoryUntied);
    return columns(table, "tied", this::tied, this::theoryTied);
  }

  private static Table columns(
      Table table, String name, DoubleFunction<Interval> measure, DoubleFunction<StepZero> theory) {
    List<Interval> seen = Arrays.stream(SCALES).mapToObj(measure).toList();
    return IntervalColumns.add(table, name, seen)
        .digits(
            3, name + " theory", Arrays.stream(SCALES).map(s -> theory.apply(s).loss()).toArray());
  }

  @Override
  public String text() {
    return table().text();
  }

  @Override
  public Map<String, String> display() {
    return plot().display();
  }

  @Override
  public String toString() {
    return text();
  }
}
