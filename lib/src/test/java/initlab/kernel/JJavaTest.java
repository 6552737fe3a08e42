package initlab.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.dflib.jjava.jupyter.kernel.history.HistoryManager;
import org.dflib.jjava.jupyter.kernel.magic.MagicParser;
import org.dflib.jjava.jupyter.kernel.magic.MagicTranspiler;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.dflib.jjava.jupyter.messages.Header;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.request.KernelInfoRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** JJava's own streams from the adapter to the messages that would leave for the notebook. */
class JJavaTest {

  /** What the small JVM runs: JJava shuts down, and leaves a thread that is not done. */
  static final class ShutDown {
    private ShutDown() {}

    public static void main(String[] none) throws InterruptedException {
      ChildJvm.hello();
      Kernel kernel = new Kernel();
      new JJava().install(kernel);
      System.out.println(JJava.name() + ", watched: " + isWatched());
      System.out.println(
          kernel.getRenderer().render(new double[] {1}).getData(MIMEType.TEXT_PLAIN));
      new JJava().uninstall(kernel);
      TimeUnit.MINUTES.sleep(5);
    }
  }

  private static boolean isWatched() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("initlab-kernel-watch"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void jjavaShowsValuesIsWatchedAndEndsTheJvmThoughWorkersWait() throws Exception {
    try (var kernel = ChildJvm.of(ShutDown.class)) {
      assertThat(kernel.line()).isEqualTo("test 1, watched: true");
      assertThat(kernel.line()).isEqualTo("double[1] {1}");
      kernel.orphan();
      assertThat(kernel.hasEnded()).isTrue();
    }
  }

  @Test
  void aLineOfProgressIsOneDisplayThatIsRewritten() {
    var kernel = new Kernel();
    var line = JJava.line(kernel);
    line.show("seeds: 1 of 30");
    line.show("");
    List<Message<?>> said = kernel.notebook.said;
    assertThat(said.stream().map(message -> message.getHeader().getType().getName()))
        .containsExactly("display_data", "update_display_data", "update_display_data");
    assertThat(said.stream().map(m -> words(m.getContent())))
        .containsExactly("", "seeds: 1 of 30", "");
    assertThat(said.stream().map(m -> data(m.getContent()).getDisplayId()).distinct()).hasSize(1);
    var other = JJava.line(kernel);
    other.show("x");
    assertThat(said.stream().map(m -> data(m.getContent()).getDisplayId()).distinct()).hasSize(2);
  }

  private static DisplayData data(Object content) {
    return (DisplayData) content;
  }

  private static String words(Object content) {
    return String.valueOf(data(content).getData(MIMEType.TEXT_PLAIN));
  }

  /** Notes each message in place of sending it. */
  private static final class Notebook extends ShellReplyEnvironment {
    final List<Message<?>> said = new ArrayList<>();

    Notebook() {
      super(null, null, null, new Message<>(header(), new KernelInfoRequest()));
    }

    private static Header<KernelInfoRequest> header() {
      return new Header<>(KernelInfoRequest.MESSAGE_TYPE);
    }

    @Override
    public void publish(Message<?> message) {
      said.add(message);
    }
  }

  /** JJava's streams, told where to send. */
  private static final class Streams extends JupyterIO {
    Streams(Notebook notebook) {
      super(StandardCharsets.UTF_8);
      setEnv(notebook);
    }
  }

  /** A kernel without JShell. */
  private static final class Kernel extends BaseKernel {
    final Notebook notebook;

    Kernel() {
      this(new Notebook());
    }

    private Kernel(Notebook notebook) {
      super(
          "test",
          "1",
          new LanguageInfo.Builder("java").build(),
          List.of(),
          new HistoryManager() {},
          new Streams(notebook),
          new CommManager(),
          new Renderer(),
          new MagicParser("%", "%%", new MagicTranspiler()),
          new MagicsRegistry(),
          false,
          new StringStyler("", "", "", n -> ""));
      this.notebook = notebook;
    }

    @Override
    public Object evalRaw(String code) {
      return code;
    }

    @Override
    public DisplayData inspect(String code, int at, boolean more) {
      return DisplayData.EMPTY;
    }

    @Override
    public ReplacementOptions complete(String code, int at) {
      return new ReplacementOptions(List.of(), at, at);
    }

    @Override
    public String isComplete(String code) {
      return IS_COMPLETE_YES;
    }
  }
}
