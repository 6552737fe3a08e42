package initlab.study.probe;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.init.Activation;
import initlab.nn.Network;
import initlab.nn.Node;
import initlab.nn.Parameter;
import initlab.nn.Pass;
import initlab.nn.layer.Dense;
import initlab.train.data.Dataset;
import initlab.view.Table;
import initlab.view.map.MatrixGrid;
import java.util.ArrayList;
import java.util.Arrays;
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
    Pass pass = net.forward(data.x());
    note(names, values, "x", data.x());
    for (Node layer : net.layers()) {
      int l = layer.number();
      readable(layer);
      String from = l == 1 ? "x" : "a" + (l - 1);
      boolean product = layer.layer() instanceof Dense;
      note(names, values, "z" + l + (product ? " = " + from + " W" + l : ""), pass.z(l));
      String f = layer.activation() == Activation.LINEAR ? "z" + l + ", linear" : "f(z" + l + ")";
      note(names, values, "a" + l + " = " + f, pass.a(l));
    }
    names.add("loss");
    values.add(brief(data.loss().value(pass.output(), pass.targets(data.y()))));
    back(pass, data, names, values);
    return Table.of("One step on paper").words("quantity", names).words("value", values);
  }

  private static void readable(Node layer) {
    for (Parameter parameter : layer.all().flatMap(n -> n.parameters().stream()).toList()) {
      int size = parameter.value().getNumElements();
      if (size > MOST) {
        throw Args.bad(
            "the weights of layer " + layer.path(), size, "at most " + MOST, "Use a Study.");
      }
    }
  }

  /** dL/dW of layer 1 ... L (in x out) for these samples; none is modified. */
  public static DMatrixRMaj gradient(Network net, Dataset data, int layer) {
    return gradient(net, data, net.layer(layer).parameter("W"));
  }

  /** dL/d(parameter) of a parameter of this network, for these samples; none is modified. */
  public static DMatrixRMaj gradient(Network net, Dataset data, Parameter parameter) {
    Pass pass = net.forward(data.x());
    pass.backward(outputGradient(pass, data));
    return pass.gradient(parameter);
  }

  /**
   * The same gradient of layer 1 ... L as a picture, a row for each input and a column for each
   * neuron: equal columns, the pushes of neurons that stay one neuron, have one colour.
   */
  public static MatrixGrid gradientGrid(Network net, Dataset data, int layer) {
    DMatrixRMaj gradient = gradient(net, data, layer);
    double[][] rows = new double[gradient.numRows][];
    for (int i = 0; i < rows.length; i++) {
      int first = i * gradient.numCols;
      rows[i] = Arrays.copyOfRange(gradient.data, first, first + gradient.numCols);
    }
    return MatrixGrid.of("dL/dW" + layer, rows).axes("input", "neuron");
  }

  private static DMatrixRMaj outputGradient(Pass pass, Dataset data) {
    DMatrixRMaj gradient = new DMatrixRMaj(0, 0);
    data.loss().gradient(pass.output(), pass.targets(data.y()), gradient);
    return gradient;
  }

  private static void back(Pass pass, Dataset data, List<String> names, List<String> values) {
    pass.backward(outputGradient(pass, data));
    for (int l = pass.net().depth(); l >= 1; l--) {
      note(names, values, "dL/da" + l, pass.da(l));
      note(names, values, "dL/dz" + l, pass.dz(l));
      for (Parameter parameter : pass.net().layer(l).parameters()) {
        note(names, values, "dL/d" + parameter.label(), pass.gradient(parameter));
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
