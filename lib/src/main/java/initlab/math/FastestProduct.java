package initlab.math;

import initlab.base.Machine;

/** Loads OpenBLAS when it is first asked for, and once. */
final class FastestProduct {
  static final MatrixProduct INSTANCE =
      Machine.nativeOr(OpenBlasProduct::load, MatrixProduct.plain());

  private FastestProduct() {}
}
