package initlab.kernel;

import initlab.math.Progress;
import initlab.view.Host;
import java.util.function.Supplier;

/**
 * The kernel behind this notebook, whichever it is. Long work shows its progress as a line that is
 * left empty; where even that is too much, as in a run whose outputs are compared, the environment
 * variable {@code INITLAB_PROGRESS=off} silences it.
 */
public final class Notebook implements Host {
  private static final String JJAVA = "org.dflib.jjava.jupyter.kernel.BaseKernel";
  private static final String IJAVA = "io.github.spencerpark.jupyter.kernel.BaseKernel";

  /** For the service loader; cells call {@link #init()}. */
  public Notebook() {}

  /**
   * Makes the running kernel show what the library returns, for a kernel which loads nothing by
   * itself. {@code Lesson.open} calls it.
   *
   * @return false where no kernel runs
   */
  public static boolean init() {
    return (has(JJAVA) && JJava.install()) || (has(IJAVA) && IJava.install());
  }

  @Override
  public boolean install() {
    return init();
  }

  @Override
  public String name() {
    var name = has(JJAVA) ? JJava.name() : "";
    if (name.isEmpty() && has(IJAVA)) {
      name = IJava.name();
    }
    return name.isEmpty() ? "no notebook kernel" : name;
  }

  /** Lines of progress, unless the environment says {@code INITLAB_PROGRESS=off}. */
  static void showProgress(Supplier<Progress.Line> lines) {
    if (!"off".equals(System.getenv("INITLAB_PROGRESS"))) {
      Progress.showOn(lines);
    }
  }

  /** An adapter is touched only where its kernel is: its classes link against the kernel's. */
  private static boolean has(String kernelClass) {
    try {
      Class.forName(kernelClass, false, Notebook.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError absent) {
      return false;
    }
  }
}
