package initlab.train;

import initlab.base.Args;
import initlab.nn.Plan;
import initlab.nn.loss.Loss;
import initlab.train.data.Dataset;
import java.util.ArrayList;
import java.util.List;

/** What is followed on data that training never sees. */
final class HeldOut {
  private HeldOut() {}

  /** Its loss and, where there are classes, its accuracy. */
  static List<Watch> looks(Dataset data, Loss loss) {
    Dataset judged = new Dataset(data.name(), data.x(), data.y(), loss);
    List<Watch> looks = new ArrayList<>();
    looks.add(new Watch(History.HELD_OUT_LOSS, net -> numberOrInfinity(judged.loss(net))));
    if (!Double.isNaN(judged.largestClass())) {
      looks.add(new Watch(History.HELD_OUT_ACCURACY, judged::accuracy));
    }
    return looks;
  }

  /** A loss that is no number is worse than any. */
  private static double numberOrInfinity(double loss) {
    return Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss;
  }

  /**
   * Refuses data that are not as wide as a plan and a loss want them.
   *
   * @param which of the data, in words: "held-out ", or "" for those it trains on
   */
  static void fits(Dataset data, Plan plan, Loss loss, String which) {
    width("the width of the " + which + "input", data.x().numCols, plan.inputs());
    width("the width of the " + which + "targets", data.y().numCols, loss.targets(plan.output()));
  }

  private static void width(String what, int given, int planned) {
    if (given != planned) {
      throw Args.bad(what, given, "" + planned, "Make plan and data fit.");
    }
  }
}
