package initlab.lesson.exercise;

import initlab.init.Init;
import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.RandomStreams;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.MatrixFeatures_DDRM;

/** The exercises of notebook 05: a uniform orthogonal matrix, and the gain of a wider layer. */
final class OrthogonalExercises {

  static final List<Exercise<?>> ALL = List.of(qr(), wide());

  private OrthogonalExercises() {}

  private static Exercise<Initializer> qr() {
    return Exercise.rule("05-qr", "A Haar matrix")
        .untouched(OrthogonalExercises::isGaussian)
        .without(Mistakes::orthogonal)
        .praise("Orthogonal in three shapes, and Q as likely as -Q.")
        .hints(
            "Keep what the factorization returns:"
                + " `double[] r = MatrixProduct.plain().orthonormalizeRows(w);`",
            "The factor for row i is `Math.signum(r[i])`.",
            "`for (int i = 0; i < m; i++) CommonOps_DDRM.scaleRow(Math.signum(r[i]), w, i);`");
  }

  /** Whether the Gaussian draw comes back as it was. */
  private static boolean isGaussian(Initializer mine) {
    WeightShape square = WeightShape.dense(2, 2);
    DMatrixRMaj drawn = new DMatrixRMaj(2, 2);
    mine.fill(square, RandomStreams.layer(1, 0), drawn);
    DMatrixRMaj gaussian = Init.normal(1).draw(square, RandomStreams.layer(1, 0));
    return MatrixFeatures_DDRM.isIdentical(drawn, gaussian, 0);
  }

  /** Lengths are kept: 100 inputs' squares are spread over 400 neurons, and ReLU halves them. */
  private static Exercise<Double> wide() {
    return Exercise.number("05-wide", "A wider layer")
        .untouched(gain -> gain == 1)
        .expect(
            "not only ReLU",
            gain -> Math.abs(gain - Math.sqrt(2)) > 0.01,
            "the shape is missing: a kept length is spread over four times as many neurons",
            1)
        .expect(
            "not only the shape", gain -> Math.abs(gain - 2) > 0.01, "ReLU's half is missing", 2)
        .expect(
            "a root",
            gain -> Math.abs(gain - 8) > 0.01,
            "8 is the factor for squares; a gain is its root",
            3)
        .expect("positive", gain -> gain > 0, "a gain is positive", 0)
        .expect(
            "level",
            gain -> Trial.near(gain * gain * 100 / 400 / 2, 1, 0.02),
            "start from gain^2 \u00B7 |x|^2 / 400 neurons, and halve it for ReLU",
            1)
        .praise("sqrt(8) = 2.83: as He's rule has it, whose std here is also 2.83 / sqrt(400).")
        .hints(
            "|xW|^2 = gain^2 |x|^2. Per neuron: E z^2 = gain^2 \u00B7 100 \u00B7 E x^2 / 400.",
            "ReLU halves the second moment, so E z^2 must be 2 E x^2.",
            "gain^2 = 2 \u00B7 400 / 100 = 8.");
  }
}
