package initlab.view.figure;

import initlab.base.Numbers;
import initlab.view.draw.Sizes;
import initlab.view.draw.Tick;
import initlab.view.draw.Ticks;
import initlab.view.draw.Values;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * An explorer as a Vega-Lite picture: panels side by side, a slider below them, all data inside.
 * Satyanarayan et al. (2017).
 *
 * @param values where the slider stops, evenly spaced
 */
record ExplorerSpec(
    String title, String parameter, Values values, List<Panel> panels, Scale scale, Sizes look) {

  private static final String PICTURE =
      """
      {"$schema": "https://vega.github.io/schema/vega-lite/v5.json",
       "title": {"text": {"expr": @heading}, "anchor": "start", "fontSize": @large},
       "params": [{"name": "knob", "value": @middle, "bind":
         {"input": "range", "min": @least, "max": @most, "step": @step, "name": @name}}],
       "data": {"values": @data, "format": {"type": "csv"}},
       "hconcat": [@panels],
       "config": {"font": "DejaVu Sans, Verdana, Arial, sans-serif", "background": "white",
         "view": {"stroke": "transparent"}, "legend": {"disable": true},
         "axis": {"labelFontSize": @text, "titleFontSize": @text, "titleFontWeight": "normal",
           "labelColor": "#444444", "titleColor": "#666666", "gridColor": "#E6E6E6",
           "domain": false, "ticks": false},
         "text": {"fontSize": @text, "color": "#222222"}}}
      """;

  private static final String PANEL =
      """
      {"title": {"text": @title, "anchor": "start", "fontSize": @text, "fontWeight": "normal"},
       "width": @width, "height": @height,
       "transform": [{"filter": "datum.p == @p && datum.i == round((knob - @least) / @step)"}],
       "encoding": {
         "x": {"field": "x", "type": "quantitative", "axis": {"title": @xLabel, "grid": false},
           "scale": {"domain": [@first, @last], "nice": false, "zero": false}},
         "y": {"field": "y", "type": "quantitative",
           "axis": {"title": @yLabel, "orient": "@side", "values": @ticks, "labelExpr": @labels},
           "scale": {"domain": [@bottom, @top], "nice": false, "zero": false}}},
       "layer": [@strips
         {"transform": [{"filter": "datum.k == 'b'"}],
          "mark": {"type": "area", "color": "#0072B2", "opacity": 0.2},
          "encoding": {"y2": {"field": "y2"}, "detail": {"field": "piece", "type": "nominal"}}},
         {"transform": [{"filter": "datum.k == 't'"}],
          "mark": {"type": "line", "color": "#C2C2C2", "strokeWidth": @wide, "strokeCap": "butt"},
          "encoding": {"detail": {"field": "piece", "type": "nominal"}}},
         {"transform": [{"filter": "datum.k == 'm'"}],
          "mark": {"type": "line", "color": "#0072B2", "strokeWidth": @thick},
          "encoding": {"detail": {"field": "piece", "type": "nominal"}}},
         {"transform": [{"filter": "length(datum.k) > 1"}],
          "mark": {"type": "point", "filled": true, "size": @mark, "opacity": 1, "color": "#004B76"},
          "encoding": {"shape": {"field": "k", "type": "nominal", "scale":
            {"domain": ["above", "below", "nan"],
             "range": ["triangle-up", "triangle-down", "cross"]}}}},
         {"transform": [{"filter": "datum.k == 'w'"}],
          "mark": {"type": "text", "align": "left", "baseline": "top", "lineBreak": "|"},
          "encoding": {"x": {"value": 0}, "y": {"value": @below},
            "text": {"field": "says", "type": "nominal"}}}]}""";

  /** Exact zero and overflow have strips of their own, as in the standard figure. */
  private static final String STRIP =
      """
      {"data": {"values": [{"y": @from, "y2": @to}]},
       "mark": {"type": "rect", "color": "#F3F1EC"},
       "encoding": {"x": {"value": 0}, "x2": {"value": @width}, "y2": {"field": "y2"}}},
      """;

  /** The spec as JSON. */
  String json() {
    String all =
        IntStream.range(0, panels.size()).mapToObj(this::panel).collect(Collectors.joining(",\n"));
    String head = Template.quoted(title + " \u00B7 " + parameter + " ");
    return common(PICTURE)
        .words("heading", head + " + format(knob, '.4~g')")
        .number("large", look.text() + 2)
        .number("middle", values.at(values.size() / 2))
        .number("most", values.last())
        .words("name", parameter + " ")
        .words("data", ExplorerData.csv(panels, scale))
        .json("panels", all)
        .filled();
  }

  private Template common(String text) {
    return new Template(text)
        .number("text", look.text())
        .number("width", width())
        .number("least", values.first())
        .json("step", Numbers.exact((values.last() - values.first()) / (values.size() - 1)));
  }

  private double width() {
    return Math.round(look.width() * 0.42);
  }

  private String panel(int p) {
    Panel panel = panels.get(p);
    double[] x = panel.curves().get(0).x();
    double height = Math.round(look.height() * 0.62);
    return common(PANEL)
        .number("p", p)
        .words("title", panel.title())
        .number("height", height)
        .words("xLabel", panel.xLabel())
        .words("yLabel", panel.yLabel())
        .number("first", x[0])
        .number("last", x[x.length - 1])
        .json("side", panel.endsLeft() ? "right" : "left")
        .json("ticks", ticks())
        .words("labels", tickWords())
        .number("bottom", scale.bottom())
        .number("top", scale.top())
        .json("strips", strips())
        .number("thick", look.thick())
        .number("wide", 2 * look.thick())
        .number("mark", look.marker() * look.marker() * 2)
        .number("below", height + look.row() * 3.2)
        .filled();
  }

  private String strips() {
    String floor = strip(scale.hasFloor(), scale.bottom(), scale.windowBottom());
    return floor + strip(scale.hasCeiling(), scale.windowTop(), scale.top());
  }

  private String strip(boolean shown, double from, double to) {
    return shown ? common(STRIP).number("from", from).number("to", to).filled() : "";
  }

  /** Whole decades or round numbers, about ten of them. */
  private List<Tick> numbers() {
    return scale.log()
        ? Ticks.decades(scale.lo(), scale.hi(), 10)
        : Ticks.round(scale.lo(), scale.hi(), 10);
  }

  /** The numbers, and the middles of the strips. */
  private String ticks() {
    double floor = (scale.bottom() + scale.windowBottom()) / 2;
    double ceiling = (scale.top() + scale.windowTop()) / 2;
    return DoubleStream.concat(
            numbers().stream().mapToDouble(Tick::at),
            DoubleStream.concat(
                scale.hasFloor() ? DoubleStream.of(floor) : DoubleStream.empty(),
                scale.hasCeiling() ? DoubleStream.of(ceiling) : DoubleStream.empty()))
        .mapToObj(t -> Numbers.brief(t, 4))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private String tickWords() {
    String words =
        numbers().stream().map(t -> "'" + t.line() + "'").collect(Collectors.joining(", "));
    String strips = (scale.hasFloor() ? ", '0'" : "") + (scale.hasCeiling() ? ", '\u221E'" : "");
    return "[" + words + strips + "][indexof(" + ticks() + ", datum.value)]";
  }
}
