package initlab.lesson.exercise;

import initlab.init.Activation;
import initlab.init.Initializer;
import initlab.math.Moments;
import initlab.nn.Plan;
import initlab.nn.layer.Mlp;
import initlab.study.probe.TiedNeurons;
import initlab.study.race.Race;
import initlab.train.Training;
import initlab.train.data.Data;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/** The exercises of notebook 01: neurons told apart without chance, and one gradient by hand. */
final class ZeroExercises {

  static final List<Exercise<?>> ALL = List.of(untie(), gradient());

  private ZeroExercises() {}

  private static Exercise<Initializer> untie() {
    return Exercise.rule("01-untie", "Sixteen different neurons")
        .untouched(mine -> Moments.of(columns(mine, 1)).variance() == 0)
        .without(mine -> () -> Given.noNumbers(columns(mine, 1)))
        .expect(
            "columns",
            mine -> !TiedNeurons.turned(columns(mine, 1)),
            "the inputs are told apart, the neurons are not",
            1)
        .expect(
            "all differ",
            mine -> TiedNeurons.of(columns(mine, 1)).none(),
            mine -> TiedNeurons.of(columns(mine, 1)).toString(),
            2)
        .expect(
            "no chance",
            mine -> Arrays.equals(columns(mine, 1).data, columns(mine, 2).data),
            "two seeds give two different draws: this rule uses rng",
            2)
        .expect(
            "it learns",
            mine -> accuracy(mine) > 0.95,
            "they do not learn the task: too alike, or far too large?",
            3)
        .praise("no random number was needed, only different ones.")
        .hints(
            "A neuron is a column: the number must depend on j.",
            "All sixteen columns must differ. A rule such as j % 2 makes two kinds of neurons.",
            "If every column is a multiple of one direction, the neurons differ less than they"
                + " could. Let i and j mix, with values between -1 and 1:"
                + " `Math.sin(1 + 5 * i + 3 * j)`.");
  }

  private static Plan sixteen() {
    return Mlp.of(Activation.TANH, 2, 16, 1).onPlainJava();
  }

  private static DMatrixRMaj columns(Initializer mine, long seed) {
    return sixteen().init(mine, seed).layer(1).weights();
  }

  /** Three seeds of 400 steps on XOR; the race takes a third of a second. */
  private static double accuracy(Initializer mine) {
    return Race.of(seed -> Training.of(sixteen(), Data.xor(200, seed)).adam(0.05).steps(400))
        .seeds(3)
        .compare(mine.named("mine"))
        .run()
        .median("mine", "accuracy");
  }

  private static Exercise<double[]> gradient() {
    double due = slopeOfFirst();
    return Exercise.numbers("01-gradient", "One gradient by hand", 2)
        .untouched(slope -> slope[0] == 0 && slope[1] == 0)
        .expect(
            "sign", slope -> slope[0] < 0, "y is too low: a larger weight would lower the loss", 1)
        .expect(
            "inputs",
            slope -> Trial.near(slope[1] / slope[0], 1.5),
            "it is proportional to its input, 2 or 3",
            2)
        .expect(
            "factor 2",
            slope -> !Trial.near(2 * slope[0], due),
            "the factor 2 of the square's derivative is missing",
            1)
        .expect(
            "through W2",
            slope -> !Trial.near(slope[0] / 4, due),
            "the output weight 0.25 was forgotten",
            3)
        .expect(
            "number",
            slope -> Trial.near(slope[0], due),
            "sign and proportion are right, the size is not",
            3)
        .praise("the other neuron has the same two numbers, and that is the whole trouble.")
        .hints(
            "z = 0.25 \u00B7 2 + 0.25 \u00B7 3 for both neurons, y = 0.25 z + 0.25 z, and"
                + " dL/dy = 2 (y - 1).",
            "dL/dw = x \u00B7 dL/dz for the input that the weight belongs to.",
            "dL/dz = dL/dy \u00B7 0.25, because the ReLU is open:"
                + " dL/dw1 = 2 \u00B7 0.25 \u00B7 dL/dy with dL/dy = -0.75.");
  }

  /** dL/dw for x1 = 2: all weights 0.25, two ReLU neurons, x = (2, 3), t = 1, L = (y - t)^2. */
  private static double slopeOfFirst() {
    double w = 0.25;
    double z = w * 2 + w * 3;
    double y = w * z + w * z;
    return 2 * (y - 1) * w * 2;
  }
}
