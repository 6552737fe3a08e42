package initlab.lesson.exercise;

import java.util.List;

/** The exercises of notebook 10: a factor for branches, and LoRA's scale. */
final class BlockExercises {

  static final List<Exercise<?>> ALL = List.of(factor(), rank());

  private BlockExercises() {}

  /** (1 + c^2)^50 = 2. */
  private static Exercise<Double> factor() {
    double due = Math.sqrt(Math.pow(2, 1 / 50.0) - 1);
    return Exercise.number("10-factor", "A factor for fifty branches")
        .untouched(c -> c == 1)
        .expect(
            "twice in all",
            c -> !Trial.near(c, 1 / Math.sqrt(50)),
            "1/sqrt(50) makes (1 + 1/50)^50, which is 2.69 and not 2",
            2)
        .expect("a root", c -> !Trial.near(c, due * due, 5e-3), "this is c^2: take the root", 3)
        .expect("not 1/L", c -> !Trial.near(c, 0.02), "1/50 lets all fifty add 2 % in all", 2)
        .expect(
            "sizes or moments",
            c -> !Trial.near(c, Math.sqrt(Math.pow(2, 1 / 25.0) - 1), 5e-3),
            "this doubles the size; E x^2 is asked for",
            1)
        .expect("(1 + c^2)^50 = 2", c -> Trial.near(Math.abs(c), due, 5e-3), "solve it for c", 2)
        .praise("(1 + 0.118^2)^50 = 2: a little less than 1/sqrt(50), which gives e.")
        .hints(
            "With He's rule E b^2 = E x^2, and c multiplies b. What does one block make of E x^2?",
            "1 + c^2 per block, and (1 + c^2)^50 = 2 in all.",
            "`Math.sqrt(Math.pow(2, 1.0 / 50) - 1)`");
  }

  /** alpha / sqrt(r) is the same at ranks 8 and 128: 16 / sqrt 8 = alpha / sqrt 128. */
  private static Exercise<Double> rank() {
    return Exercise.number("10-rank", "A higher rank")
        .untouched(alpha -> alpha == 16)
        .expect(
            "a step, not a factor",
            alpha -> !Trial.near(alpha, 256, 5e-3),
            "that keeps alpha / r; the first step goes with s^2 r, and so grows 16 times",
            1)
        .expect(
            "a larger alpha",
            alpha -> !Trial.near(alpha, 4, 5e-3),
            "alpha / r falls with r already, and here it falls again",
            2)
        .expect("s^2 r kept", alpha -> Trial.near(alpha, 64, 5e-3), "solve s^2 r = 32 for alpha", 2)
        .praise("alpha has to grow like sqrt(r): that is what rank-stabilized LoRA does by itself.")
        .hints(
            "The first step's length is s^2 r on average, with s = alpha / r.",
            "At rank 8 it is (16/8)^2 8 = 32. At rank 128 it is (alpha / 128)^2 128.",
            "`64`");
  }
}
