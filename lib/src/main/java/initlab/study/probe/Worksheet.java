package initlab.study.probe;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.nn.Gradients;
import initlab.nn.Network;
import initlab.nn.Trace;
import initlab.train.data.Dataset;
import initlab.view.Table;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/** Every number of one step through a small network, as one would write it on paper. */
public final class Worksheet {
  private static final int MOST = 400;

  private Worksheet() {}

  /**
   * Forward from x to the loss and back to every weight, one line a quantity; rows of a matrix are
   * parted by semicolons.
   *
   * @param data the samples and targets; none is modified
   * @throws IllegalArgumentException if a layer has more than 400 weights: nobody would read that
   */
  public static Table of(Network net, Dataset data) {
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    Trace trace = net.forward(data.x());
    note(names, values, "x", data.x());
    for (int l = 1; l <= net.depth(); l++) {
      int size = net.layer(l).weights().getNumElements();
      if (size > MOST) {
        throw Args.bad("the weights of layer " + l, size, "at most " + MOST, "Use a Study.");
      }
      note(names, values, "z" + l + " = " + (l == 1 ? "x" : "a" + (l - 1)) + " W" + l, trace.z(l));
      note(names, values, "a" + l + " = f(z" + l + ")", trace.a(l));
    }
    names.add("loss");
    values.add(brief(data.loss().value(trace.output(), data.y())));
    back(net, data, trace, names, values);
    return Table.of("One step on paper").words("quantity", names).words("value", values);
  }

  /** dL/dW of layer 1 ... L (in x out) for these samples; none is modified. */
  public static DMatrixRMaj gradient(Network net, Dataset data, int layer) {
    Trace trace = net.forward(data.x());
    DMatrixRMaj output = new DMatrixRMaj(0, 0);
    data.loss().gradient(trace.output(), data.y(), output);
    return net.backward(trace, output).weights(layer);
  }

  private static void back(
      Network net, Dataset data, Trace trace, List<String> names, List<String> values) {
    DMatrixRMaj output = new DMatrixRMaj(0, 0);
    data.loss().gradient(trace.output(), data.y(), output);
    Gradients gradients = net.backward(trace, output);
    for (int l = net.depth(); l >= 1; l--) {
      note(names, values, "dL/da" + l, gradients.a(l));
      note(names, values, "dL/dz" + l, gradients.z(l));
      note(names, values, "dL/dW" + l, gradients.weights(l));
      if (net.layer(l).bias().length > 0) {
        names.add("dL/db" + l);
        values.add(row(gradients.bias(l), 0, gradients.bias(l).length));
      }
    }
  }

  private static void note(List<String> names, List<String> values, String name, DMatrixRMaj m) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < m.numRows; i++) {
      rows.add(row(m.data, i * m.numCols, m.numCols));
    }
    names.add(name);
    values.add(String.join("; ", rows));
  }

  private static String row(double[] data, int from, int count) {
    List<String> cells = new ArrayList<>();
    for (int i = from; i < from + count; i++) {
      cells.add(brief(data[i]));
    }
    return String.join(", ", cells);
  }

  private static String brief(double x) {
    return Numbers.fixed(x);
  }
}
