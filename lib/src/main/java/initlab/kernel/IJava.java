package initlab.kernel;

import initlab.base.Progress;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The course on IJava, which loads nothing by itself: {@code Lesson.open} installs this. */
final class IJava {
  private static final String DISPLAY_ID = "display_id";
  private static @Nullable BaseKernel installed;

  private IJava() {}

  /** Installs display on the running kernel; false where none runs. */
  static synchronized boolean install() {
    if (installed == null) {
      var kernel = running();
      if (kernel != null) {
        installOn(kernel);
      }
    }
    return installed != null;
  }

  /** The kernel's name, or empty where none was found. */
  static synchronized String name() {
    return installed == null ? "" : "IJava";
  }

  /** IJava's own class is not published as a library: its one accessor is asked for by name. */
  private static @Nullable BaseKernel running() {
    try {
      var kernels = Class.forName("io.github.spencerpark.ijava.IJava");
      return (BaseKernel) kernels.getMethod("getKernelInstance").invoke(null);
    } catch (ReflectiveOperationException | LinkageError absent) {
      return null;
    }
  }

  private static void installOn(BaseKernel kernel) {
    register(kernel.getRenderer());
    Progress.showOn(() -> line(kernel));
    KernelWatch.begin();
    installed = kernel;
  }

  /** One guard for every type which has no renderer of its own. */
  static void register(Renderer renderer) {
    renderer.createRegistration(Object.class).register(IJava::render);
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
