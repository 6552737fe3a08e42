package initlab.train;

import initlab.nn.Gradients;
import initlab.nn.Network;
import initlab.nn.layer.Dense;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that training changes in a network; weights used by several layers are changed once. */
final class Parameters {
  private final List<LayerParameters> groups = new ArrayList<>();

  Parameters(Network net, Optimizer rule) {
    IdentityHashMap<Dense, List<Integer>> users = new IdentityHashMap<>();
    List<List<Integer>> inOrder = new ArrayList<>();
    for (int l = 1; l <= net.depth(); l++) {
      List<Integer> own = users.computeIfAbsent(net.layer(l), layer -> new ArrayList<>());
      if (own.isEmpty()) {
        inOrder.add(own);
      }
      own.add(l);
    }
    for (List<Integer> layers : inOrder) {
      groups.add(new LayerParameters(net.layer(layers.get(0)), layers, rule));
    }
  }

  /** One step down these gradients, in place. */
  void step(Gradients gradients) {
    for (LayerParameters group : groups) {
      group.step(gradients);
    }
  }

  /** For each layer with weights of its own: std of the last update / std of the weights. */
  Map<String, Double> updateRatios() {
    Map<String, Double> ratios = new LinkedHashMap<>();
    for (LayerParameters group : groups) {
      ratios.put(History.updateRatioOf(group.layer()), group.updateRatio());
    }
    return ratios;
  }
}
