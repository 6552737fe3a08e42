package initlab.nn;

import initlab.base.Args;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** The gradients of parameters in one pass, by the parameter's uses. */
final class Gradients {
  private final List<Memory> layers;
  private final Map<Parameter, List<DMatrixRMaj>> uses = new HashMap<>();
  private final Map<Parameter, DMatrixRMaj> sums = new HashMap<>();

  Gradients(List<Memory> layers) {
    this.layers = layers;
  }

  /** The part that each use of a parameter has, in the order of the plan. */
  List<DMatrixRMaj> shares(Parameter parameter) {
    return uses.computeIfAbsent(parameter, this::find);
  }

  private List<DMatrixRMaj> find(Parameter parameter) {
    List<DMatrixRMaj> found = new ArrayList<>();
    layers.forEach(layer -> layer.gradientsOf(parameter, found));
    if (found.isEmpty()) {
      String cure = "Take net.parameter(path).";
      throw Args.bad("the parameter", parameter, "one of this network", cure);
    }
    return found;
  }

  /** The sum of all parts, in the order of the plan: the one part itself where there is one use. */
  DMatrixRMaj sum(Parameter parameter) {
    List<DMatrixRMaj> shares = shares(parameter);
    if (shares.size() == 1) {
      return shares.get(0);
    }
    DMatrixRMaj sum = sums.computeIfAbsent(parameter, p -> new DMatrixRMaj(0, 0));
    sum.setTo(shares.get(0));
    shares.subList(1, shares.size()).forEach(share -> CommonOps_DDRM.addEquals(sum, share));
    return sum;
  }
}
