package initlab.study;

import initlab.init.Activation;
import initlab.nn.Layer;
import initlab.nn.Node;
import initlab.nn.layer.Activate;
import initlab.nn.layer.LayerNorm;
import initlab.nn.layer.Residual;
import initlab.nn.layer.RmsNorm;
import initlab.theory.MomentMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Theory's map of the moments through a layer of a network: of dense layers, activations, norms
 * over the channels, and residual blocks of these.
 */
final class MomentMaps {
  private final LayerScales scales;

  MomentMaps(LayerScales scales) {
    this.scales = scales;
  }

  /** One map for each layer; empty if one of them is not known. */
  Optional<List<MomentMap>> of(List<Node> nodes) {
    List<MomentMap> maps = new ArrayList<>();
    for (Node node : nodes) {
      Optional<MomentMap> map = node.in().places() == 1 ? of(node) : Optional.empty();
      if (map.isEmpty()) {
        return Optional.empty();
      }
      maps.add(map.get());
    }
    return Optional.of(maps);
  }

  private Optional<MomentMap> of(Node node) {
    Layer layer = node.layer();
    if (layer instanceof Activate alone) {
      return Optional.of(new MomentMap.Apply(alone.activation()));
    }
    if (layer instanceof LayerNorm norm) {
      return norm(node, true, norm.epsilon());
    }
    if (layer instanceof RmsNorm norm) {
      return norm(node, false, norm.epsilon());
    }
    return layer instanceof Residual block
        ? residual(node, block)
        : scales.of(node, false).map(MomentMap.Dense::new);
  }

  /** Scales of 1 and shifts of 0 are supposed. */
  private Optional<MomentMap> norm(Node node, boolean centred, double epsilon) {
    boolean usual =
        node.parameters().stream()
            .allMatch(
                p -> scales.constant(p).equals(Optional.of(p.name().equals("scale") ? 1. : 0.)));
    return usual ? Optional.of(new MomentMap.Norm(centred, epsilon)) : Optional.empty();
  }

  private Optional<MomentMap> residual(Node node, Residual block) {
    boolean weighted = node.inside().stream().anyMatch(inner -> !inner.drawn().isEmpty());
    boolean plain = block.shortcut().isEmpty() && node.activation() == Activation.LINEAR;
    Optional<Double> strength =
        node.parameters().isEmpty() ? Optional.of(1.0) : scales.constant(node.parameters().get(0));
    return weighted && plain
        ? strength.flatMap(
            by -> of(node.inside()).map(inner -> new MomentMap.Residual(by * block.scale(), inner)))
        : Optional.empty();
  }
}
