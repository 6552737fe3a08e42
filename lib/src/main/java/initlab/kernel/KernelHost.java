package initlab.kernel;

import initlab.view.NotebookHost;

/** The kernel behind this notebook, whichever it is. */
public final class KernelHost implements NotebookHost {
  private static final String JJAVA = "org.dflib.jjava.jupyter.kernel.BaseKernel";
  private static final String IJAVA = "io.github.spencerpark.jupyter.kernel.BaseKernel";

  /** For the service loader; cells call {@link #init()}. */
  public KernelHost() {}

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

  /** An adapter is touched only where its kernel is: its classes link against the kernel's. */
  private static boolean has(String kernelClass) {
    try {
      Class.forName(kernelClass, false, KernelHost.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError absent) {
      return false;
    }
  }
}
