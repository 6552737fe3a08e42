package initlab.study.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.init.Init;
import initlab.init.WeightShape;
import initlab.nn.Layer;
import initlab.nn.Memory;
import initlab.nn.Pass;
import initlab.nn.Plan;
import initlab.nn.Role;
import initlab.nn.Signal;
import initlab.nn.Slot;
import initlab.train.data.Data;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

/** A layer that somebody else has written, with one number for all of its neurons. */
class ScaledLayerTest {

  /** a = s (x W). */
  private record Scaled(int width) implements Layer {
    @Override
    public Signal out(Signal in) {
      return in.channels(width);
    }

    @Override
    public List<Slot> slots(Signal in) {
      WeightShape shape = WeightShape.dense(in.channels(), width);
      return List.of(Slot.vector("s", 1, Role.SCALE), Slot.weight("W", shape));
    }

    @Override
    public void forward(Memory m) {
      m.product().times(m.x(), m.value(1), m.z());
      CommonOps_DDRM.scale(m.value(0).data[0], m.z());
    }

    @Override
    public void backward(Memory m) {
      m.product().timesTransposed(m.dz(), m.value(1), m.dx());
      if (m.wantsGradients()) {
        m.product().transposedTimes(m.x(), m.dz(), m.gradient(1));
        DMatrixRMaj each = new DMatrixRMaj(m.gradient(1).numRows, width);
        CommonOps_DDRM.elementMult(m.gradient(1), m.value(1), each);
        m.gradient(0).data[0] = CommonOps_DDRM.elementSum(each);
        CommonOps_DDRM.scale(m.value(0).data[0], m.gradient(1));
      }
      CommonOps_DDRM.scale(m.value(0).data[0], m.dx());
    }
  }

  private static final Plan PLAN = Plan.of(Signal.vector(3), new Scaled(4), new Scaled(2));

  private static double twins(double first) {
    var net = PLAN.onPlainJava().init(Init.constant(0.5), 1);
    net.layer(1).weights().data[0] = first;
    Pass pass = net.forward(Data.normal(5, 3, 1));
    pass.backward(Data.normal(5, 2, 2));
    return WeightSymptoms.twins(net.layer(1), pass);
  }

  /** The scale is no column of a neuron: it neither parts neurons nor counts as one. */
  @Test
  void aNumberForAllNeuronsIsNoNeuron() {
    assertThat(twins(0.5)).isEqualTo(1);
    assertThat(twins(0.6)).isEqualTo(0.75);
  }
}
