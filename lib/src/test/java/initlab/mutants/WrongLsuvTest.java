package initlab.mutants;

import static initlab.init.Activation.RELU;
import static org.assertj.core.api.Assertions.assertThat;

import initlab.init.Distribution;
import initlab.init.Init;
import initlab.math.RandomStreams;
import initlab.nn.Network;
import initlab.nn.layer.Mlp;
import initlab.nn.lsuv.Lsuv;
import initlab.nn.lsuv.LsuvLaws;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The laws of LSUV, turned on the bugs of published ports. */
class WrongLsuvTest {

  private static Network net() {
    return Mlp.of(RELU, 30, 40, 40, 40, 20).init(Init.orthogonal(), 3);
  }

  /** Mean 3, standard deviation 7: no layer is right by accident. */
  private static DMatrixRMaj batch() {
    DMatrixRMaj x = new DMatrixRMaj(50, 30);
    Distribution.NORMAL.fill(7, RandomStreams.data(2), x.data, x.data.length);
    CommonOps_DDRM.add(x, 3);
    return x;
  }

  @Test
  void theLawsPassWhatIsRight() {
    assertThat(LsuvLaws.unitVariance(Lsuv::fit, net(), batch())).isEmpty();
    assertThat(LsuvLaws.unitVariance(new SimpleLsuv(false)::fit, net(), batch())).isEmpty();
    assertThat(LsuvLaws.centred((n, x) -> Lsuv.on(x).centred().rescale(n), net(), batch()))
        .isEmpty();
    assertThat(LsuvLaws.centred(new SimpleLsuv(true)::fit, net(), batch())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(SimpleLsuv.Bug.class)
  void theLawsRefuseWhatIsWrong(SimpleLsuv.Bug bug) {
    assertThat(LsuvLaws.centred(new SimpleLsuv(true, bug)::fit, net(), batch())).isNotEmpty();
    if (bug != SimpleLsuv.Bug.MEAN_ADDED) {
      assertThat(LsuvLaws.unitVariance(new SimpleLsuv(false, bug)::fit, net(), batch()))
          .isNotEmpty();
    }
  }

  @Test
  void onePassOverTheNetGivesWhatAPassForEachLookGives() {
    Network one = net();
    Network many = net();
    Lsuv.fit(one, batch());
    new SimpleLsuv(false).fit(many, batch());
    for (int l = 1; l <= one.depth(); l++) {
      assertThat(
              MatrixFeatures_DDRM.isIdentical(
                  one.layer(l).weights(), many.layer(l).weights(), 1e-12))
          .isTrue();
    }
  }
}
