package initlab.nn.layer;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.init.Init;
import initlab.nn.Memory;
import initlab.nn.Role;
import initlab.nn.Slot;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * What the branch of a residual block is multiplied by and is learned.
 *
 * @param slot its name: "alpha", one number; "gamma", one for each channel; "" for none
 * @param start what it begins with
 */
public record BranchStrength(String slot, double start) {
  private static final String NAMES = "alpha is one number, gamma one for each channel.";

  static final BranchStrength NONE = new BranchStrength("", 1);

  public BranchStrength {
    Args.given(slot, "the name of what is learned", NAMES);
    if (!List.of("", "alpha", "gamma").contains(slot)) {
      throw Args.bad("the name of what is learned", slot, "alpha, gamma or none", NAMES);
    }
    Args.finite(start, "what the branch begins multiplied by", "0, or 0.1, or 1e-5.");
  }

  static BranchStrength number(double start) {
    return new BranchStrength("alpha", start);
  }

  static BranchStrength vector(double start) {
    return new BranchStrength("gamma", start);
  }

  private boolean none() {
    return slot.isEmpty();
  }

  private boolean oneNumber() {
    return slot.equals("alpha");
  }

  List<Slot> slots(int channels) {
    return none()
        ? List.of()
        : List.of(
            Slot.vector(slot, oneNumber() ? 1 : channels, Role.SCALE).begins(Init.constant(start)));
  }

  /** To = scale strength from, which the layer's memory holds as its slot 0. */
  void times(Memory m, double scale, DMatrixRMaj from, DMatrixRMaj to) {
    if (none() || oneNumber()) {
      CommonOps_DDRM.scale(none() ? scale : scale * m.value(0).get(0), from, to);
      return;
    }
    double[] gamma = m.value(0).data;
    for (int i = 0; i < from.getNumElements(); i += from.numCols) {
      for (int c = 0; c < from.numCols; c++) {
        to.data[i + c] = scale * gamma[c] * from.data[i + c];
      }
    }
  }

  /** Its gradient: the sum of scale dL/dz branch(x), of each channel or of all. */
  void gradient(Memory m, double scale, DMatrixRMaj branch) {
    if (none()) {
      return;
    }
    DMatrixRMaj gradient = m.gradient(0);
    gradient.zero();
    for (int i = 0; i < branch.getNumElements(); i += branch.numCols) {
      for (int c = 0; c < branch.numCols; c++) {
        gradient.data[oneNumber() ? 0 : c] += scale * m.dz().data[i + c] * branch.data[i + c];
      }
    }
  }

  /** "alpha from 0"; "" for none. */
  @Override
  public String toString() {
    return none() ? "" : slot + " from " + Numbers.brief(start, 6);
  }
}
