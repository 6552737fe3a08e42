package initlab.train;

import initlab.math.Moments;
import initlab.nn.Network;
import initlab.nn.Parameter;
import initlab.nn.Pass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * What training changes in a network, step by step; a tied parameter is changed once. Optimizers
 * move what is learned; a statistic moves by what its layer says.
 */
final class Updates {
  private static final Optimizer AS_SAID = Optimizer.sgd(1);
  private final List<Update> updates = new ArrayList<>();

  /**
   * Of what lies under these paths, and of all statistics.
   *
   * @param moved paths, in which * stands for anything
   */
  Updates(Network net, Optimizer rule, List<String> moved) {
    Set<Parameter> learning =
        moved.stream().flatMap(path -> learning(net, path)).collect(Collectors.toSet());
    for (Parameter parameter : net.parameters()) {
      if (parameter.role().learned() && !learning.contains(parameter)) {
        continue;
      }
      Optimizer by = parameter.role().learned() ? rule : AS_SAID;
      Optimizer.Updater updater = by.begin(parameter.value().getNumElements());
      updates.add(new Update(parameter, updater, new DMatrixRMaj(0, 0)));
    }
  }

  private static Stream<Parameter> learning(Network net, String path) {
    return net.parameters().isEmpty() ? Stream.of() : net.parametersOf(path).stream();
  }

  /** One step down the gradients of this pass, in place. */
  void step(Pass pass) {
    updates.forEach(update -> update.step(pass));
  }

  /** For each weight, by its label: std of the last update / std of the weights. */
  Map<String, Double> ratios() {
    Map<String, Double> ratios = new LinkedHashMap<>();
    for (Update update : updates) {
      if (update.parameter.drawn()) {
        ratios.put(History.updateRatioOf(update.parameter.label()), update.ratio());
      }
    }
    return ratios;
  }

  /**
   * One parameter and its optimizer.
   *
   * @param before what it was before the last step; empty before the first
   */
  private record Update(Parameter parameter, Optimizer.Updater updater, DMatrixRMaj before) {

    void step(Pass pass) {
      DMatrixRMaj value = parameter.value();
      if (parameter.drawn()) {
        before.setTo(value);
      }
      updater.step(value.data, pass.gradient(parameter).data, value.getNumElements());
    }

    /** std of the last update / std of the weights before it; NaN before the first. */
    double ratio() {
      if (before.getNumElements() == 0) {
        return Double.NaN;
      }
      DMatrixRMaj update = CommonOps_DDRM.subtract(parameter.value(), before, null);
      return Moments.of(update).std() / Moments.of(before).std();
    }
  }
}
