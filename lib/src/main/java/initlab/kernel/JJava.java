package initlab.kernel;

import initlab.base.Progress;
import java.time.Duration;
import java.util.UUID;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.jspecify.annotations.Nullable;

/** The course on JJava, which finds this extension by itself and installs it at its start. */
public final class JJava implements Extension {
  private static final Duration FAREWELL = Duration.ofMillis(300);
  private static final String DISPLAY_ID = "display_id";
  private static @Nullable BaseKernel installed;

  /** What JJava calls at its start. */
  @Override
  public void install(BaseKernel kernel) {
    installOn(kernel);
  }

  /**
   * What JJava calls when it is shut down. Its idle workers would keep the JVM alive for a minute:
   * it ends as soon as the kernel's last answer is out.
   */
  @Override
  public void uninstall(BaseKernel kernel) {
    Progress.showOn(null);
    exitSoon(() -> System.exit(0));
  }

  static void exitSoon(Runnable exit) {
    var farewell =
        new Thread(
            () -> {
              try {
                Thread.sleep(FAREWELL.toMillis());
              } catch (InterruptedException now) {
                Thread.currentThread().interrupt();
              }
              exit.run();
            },
            "initlab-farewell");
    farewell.setDaemon(true);
    farewell.start();
  }

  /** Installs display on the running kernel, if it did not load this extension by itself. */
  static synchronized boolean install() {
    if (installed == null) {
      try {
        installOn(BaseKernel.notebookKernel());
      } catch (NullPointerException noKernelRuns) {
        return false;
      }
    }
    return true;
  }

  /** The kernel's name and version, or empty where none was found. */
  static synchronized String name() {
    return installed == null ? "" : installed.getName() + " " + installed.getVersion();
  }

  private static synchronized void installOn(BaseKernel kernel) {
    if (installed != kernel) {
      register(kernel.getRenderer());
      Progress.showOn(() -> line(kernel));
      KernelWatch.begin();
      installed = kernel;
    }
  }

  /** One guard for every type which has no renderer of its own. */
  static void register(Renderer renderer) {
    renderer.createRegistration(Object.class).register(JJava::render);
  }

  private static void render(Object value, RenderContext context) {
    var out = context.getOutputContainer();
    MimeBundle.render(
        value,
        type -> context.wantsDataRenderedAs(MIMEType.parse(type)),
        out::putData,
        out::putMetaData);
  }

  /** A line that is rewritten in place, and marked as nothing to keep or to compare. */
  static Progress.Line line(BaseKernel kernel) {
    var id = UUID.randomUUID().toString();
    kernel.display(named(id, ""));
    return text -> kernel.getIO().display.updateDisplay(named(id, text));
  }

  private static DisplayData named(String id, String text) {
    var data = new DisplayData(text);
    data.putTransientData(DISPLAY_ID, id);
    data.putMetaData(MimeBundle.TRANSIENT, true);
    return data;
  }
}
