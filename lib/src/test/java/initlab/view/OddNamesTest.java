package initlab.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import initlab.view.density.Densities;
import initlab.view.draw.Sizes;
import initlab.view.figure.Curve;
import initlab.view.figure.Explorer;
import initlab.view.figure.Figure;
import initlab.view.figure.Panel;
import initlab.view.map.HeatMap;
import initlab.view.map.MatrixGrid;
import initlab.view.scatter.Scatter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names with tags, faces, control characters or hundreds of letters stay within the picture. */
class OddNamesTest {
  private static final double[] X = {0, 1};
  private static final double[] Y = {1, 2};

  static Stream<String> names() {
    return Stream.of(
        "<b>&\"'</b>",
        "\uD83D\uDE00 a face",
        "a\nb",
        "a\u0001b\u0000",
        "half \uD83D",
        "name ".repeat(50),
        "W".repeat(400));
  }

  private static void staysInside(Drawing drawing) {
    int width = drawing.picture().width();
    assertThat(width).isLessThan(1281);
    for (Shapes.Text t : Shapes.of(drawing).texts()) {
      boolean turned = (t.x() < 25 && t.words().length() > 3) || t.size() > 12;
      double end = t.x() + Sizes.widthOf(t.words(), Sizes.page(1).smallFont());
      assertThat(t.x()).isGreaterThanOrEqualTo(-1);
      assertThat(turned || end <= width + 4).as("%s", t).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void everywhere(String name) {
    Curve one = Curve.line(name, X, Y);
    Curve two = Curve.line(name + "2", X, Y);
    staysInside(Figure.of(name, Panel.of(name, name, name, List.of(one, two))));
    staysInside(Figure.of(name, Panel.forward(List.of(one)), Panel.backward(List.of(one))));
    staysInside(
        Densities.of(name, name).panel(name).row(name, 1, 2).panel(name).row(name + "1", 1));
    staysInside(Scatter.of(name).axes(name, name).panel(name).points(name, X, Y).line("b", X, Y));
    staysInside(
        HeatMap.of(name, X, Y, new double[][] {X, Y})
            .axes(name, name)
            .shows(name, 0)
            .curve(name, X, Y));
    staysInside(MatrixGrid.of(name, new double[][] {X, Y}).axes(name, name));
    Panel panel = Panel.of(name, name, name, List.of(one, two));
    String spec = Explorer.of(name, name, X, panel).spec();
    assertThat(JsonParser.parseString(spec).isJsonObject()).isTrue();
    assertThat(Table.of(name).words(name, List.of(name)).html()).contains("</td>");
  }
}
