package initlab.web;

import initlab.nn.Plan;
import initlab.nn.layer.Mlp;

/** What every start of a study is measured in. */
record Setting(String activation, int width, int depth, int batch) {
  /** The network without weights. */
  Plan plan() {
    return Mlp.deep(Typed.activation(activation), width, depth);
  }
}
