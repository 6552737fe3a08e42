package initlab.study;

import initlab.base.Args;
import initlab.init.Initializer;
import initlab.nn.Layer;
import initlab.nn.Plan;
import initlab.nn.Signal;
import initlab.nn.Start;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stacks of blocks that are put together in different ways, all begun by one rule: the standard
 * figure with a curve for each way, where a {@link Study} has one for each rule.
 *
 * <pre>{@code
 * var seen = Forms.of(128, 50, Init.heNormal())
 *     .and("no skip", Dense.of(128, RELU))
 *     .and("x + relu(x W)", Residual.of(Dense.of(128, RELU)))
 *     .measure();
 * seen.median("no skip")
 * }</pre>
 */
public final class Forms {
  /** More than one, so that theory is the mean for every form. */
  private static final int BATCH = 16;

  private final int width;
  private final int blocks;
  private final Start start;
  private final Map<String, Plan> forms;

  private Forms(int width, int blocks, Start start, Map<String, Plan> forms) {
    this.width = Args.atLeast(1, width, "the width", "128 is usual here.");
    this.blocks = Args.atLeast(1, blocks, "the number of blocks", "50 is usual here.");
    this.start = Args.given(start, "the start", "Such as Rules.of(Init.heNormal()).");
    this.forms = forms;
  }

  /** Stacks of so many blocks of this width, begun like this; say which blocks. */
  public static Forms of(int width, int blocks, Start start) {
    return new Forms(width, blocks, start, Map.of());
  }

  /** Stacks of so many blocks of this width, begun by this rule; say which blocks. */
  public static Forms of(int width, int blocks, Initializer rule) {
    return of(width, blocks, Start.drawn(rule));
  }

  /**
   * The same with a stack of this block too.
   *
   * @param name what the figure calls it
   * @param block from the width to the width
   * @throws IllegalArgumentException if the name is taken, or the block gives another width
   */
  public Forms and(String name, Layer block) {
    Args.notBlank(name, "the name of a form");
    Args.given(block, "the block", "Such as Residual.of(Dense.of(128, RELU)).");
    Plan stack = Plan.of(Signal.vector(width), Collections.nCopies(blocks, block));
    Map<String, Plan> more = new LinkedHashMap<>(forms);
    if (more.put(name, stack) != null) {
      throw Args.bad("the name of a form", name, "one of its own", "Call it something else.");
    }
    return new Forms(width, blocks, start, more);
  }

  /** Measures all forms over 30 seeds, once: each is found under its name. */
  public Results measure() {
    Args.atLeast(1, forms.size(), "the number of forms", "Add some: and(\"plain\", block).");
    List<Result> rows = new ArrayList<>();
    forms.forEach((name, plan) -> rows.add(of(plan).measure().rows().get(0).named(name)));
    Plan first = forms.values().iterator().next();
    String title = blocks + " blocks, " + width + " wide, " + start.name();
    return new Results(of(first.named(title)), rows);
  }

  private Study of(Plan plan) {
    return Study.of(plan).batch(BATCH).and(start);
  }
}
