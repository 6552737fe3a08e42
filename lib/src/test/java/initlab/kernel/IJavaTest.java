package initlab.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import initlab.base.Args;
import initlab.view.Displayable;
import initlab.view.Table;
import initlab.view.figure.Curve;
import initlab.view.figure.Figure;
import initlab.view.figure.Panel;
import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.channels.JupyterSocket;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.messages.Header;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageContext;
import io.github.spencerpark.jupyter.messages.request.ExecuteRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * IJava's own machinery from the request to run a cell to the messages that would leave for the
 * notebook, as its JSON: only the sockets are missing, and JShell, in whose place stands a table of
 * values.
 */
class IJavaTest {
  private static final Map<String, Object> CELLS =
      Map.of(
          "figure", Figure.of("A title", Panel.forward(List.of(Curve.line("He", x(), x())))),
          "table", Table.of("Gains").numbers("gain", 1.5),
          "json",
              (Displayable) () -> Map.of("text/plain", "t", "application/x+json", "{\"a\":[1]}"),
          "array", new double[] {1, 2.5e-9},
          "broken", broken());

  private static double[] x() {
    return new double[] {1, 2, 3};
  }

  private static Displayable broken() {
    return () -> {
      throw new StackOverflowError();
    };
  }

  @Test
  void aFigureIsAPictureWithItsWords() throws Exception {
    JsonObject result = only(run("figure"), "execute_result");
    JsonObject data = result.getAsJsonObject("data");
    assertThat(data.get("image/png").getAsString()).startsWith("iVBORw0KGgo");
    assertThat(data.get("text/plain").getAsString()).startsWith("A title");
    assertThat(data.has("text/html")).isFalse();
    JsonObject picture = result.getAsJsonObject("metadata").getAsJsonObject("image/png");
    assertThat(picture.get("alt").getAsString()).startsWith("A title");
    assertThat(picture.get("width").getAsInt()).isBetween(300, 800);
  }

  @Test
  void aTableIsHtmlAndText() throws Exception {
    JsonObject data = only(run("table"), "execute_result").getAsJsonObject("data");
    assertThat(data.get("text/html").getAsString()).contains("<table>", "1.50");
    assertThat(data.get("text/plain").getAsString()).contains("gain", "1.50");
  }

  @Test
  void jsonLeavesAsAStructure() throws Exception {
    JsonObject data = only(run("json"), "execute_result").getAsJsonObject("data");
    assertThat(data.get("application/x+json")).hasToString("{\"a\":[1]}");
  }

  @Test
  void anArrayIsItsNumbers() throws Exception {
    JsonObject data = only(run("array"), "execute_result").getAsJsonObject("data");
    assertThat(data.get("text/plain").getAsString()).isEqualTo("double[2] {1, 2.500e-9}");
  }

  @Test
  void anErrorWhileShowingIsASentenceAndNotTheKernelsEnd() throws Exception {
    JsonObject data = only(run("broken"), "execute_result").getAsJsonObject("data");
    assertThat(data.get("text/plain").getAsString())
        .contains("could not be shown: StackOverflowError: a method calls itself without end");
  }

  @Test
  void aRefusalReachesTheReader() throws Exception {
    assertThat(only(run("refuse"), "error").get("evalue").getAsString())
        .isEqualTo("std is -1; it must be positive and finite. Pass a standard deviation.");
  }

  @Test
  void aLineOfProgressIsShownRewrittenAndTakenAway() throws Exception {
    List<JsonObject> said = run("long work");
    JsonObject shown = only(said, "display_data");
    List<JsonObject> updates = all(said, "update_display_data");
    assertThat(updates.stream().map(u -> u.getAsJsonObject("data").get("text/plain").getAsString()))
        .containsExactly("seeds: 1 of 30", "");
    assertThat(updates).allMatch(u -> u.get("transient").equals(shown.get("transient")));
    assertThat(shown.getAsJsonObject("transient").get("display_id").getAsString()).isNotEmpty();
    assertThat(shown.getAsJsonObject("metadata").get("transient").getAsBoolean()).isTrue();
  }

  private static JsonObject only(List<JsonObject> said, String type) {
    assertThat(all(said, type)).hasSize(1);
    return all(said, type).get(0);
  }

  private static List<JsonObject> all(List<JsonObject> said, String type) {
    return said.stream()
        .filter(message -> message.get("type").getAsString().equals(type))
        .map(message -> message.getAsJsonObject("content"))
        .toList();
  }

  /** The messages that running a cell sends to the notebook: type, and content as JSON. */
  private static List<JsonObject> run(String code) throws Exception {
    var kernel = new Kernel();
    kernel.setShouldReplaceStdStreams(false);
    IJava.register(kernel.getRenderer());
    var nowhere = new KernelConnectionProperties("", 0, 0, 0, 0, 0, "tcp", "hmac-sha256", "");
    var connection = new JupyterConnection(nowhere);
    try {
      kernel.becomeHandlerForConnection(connection);
      var request = new ExecuteRequest(code, false, true, Map.of(), false, true);
      var message = new Message<>(new Header<>(ExecuteRequest.MESSAGE_TYPE), request);
      var notebook = new Notebook(message);
      connection.getHandler(ExecuteRequest.MESSAGE_TYPE).handle(notebook, message);
      return notebook.said;
    } finally {
      connection.close();
    }
  }

  /** Notes each message as the JSON that IJava's socket would send. */
  private static final class Notebook extends ShellReplyEnvironment {
    final List<JsonObject> said = new ArrayList<>();

    Notebook(MessageContext context) {
      super(null, null, null, context);
    }

    @Override
    public void publish(Message<?> message) {
      var noted = new JsonObject();
      noted.addProperty("type", message.getHeader().getType().getName());
      noted.add("content", gson().toJsonTree(message.getContent()));
      said.add(noted);
    }

    @Override
    public void reply(Message<?> message) {}

    private static Gson gson() {
      try {
        var gson = JupyterSocket.class.getDeclaredField("gson");
        gson.setAccessible(true);
        return (Gson) gson.get(null);
      } catch (ReflectiveOperationException changed) {
        throw new IllegalStateException(changed);
      }
    }
  }

  /** As IJava's kernel evaluates: a value goes through the renderer, an exception comes out. */
  private static final class Kernel extends BaseKernel {
    @Override
    public DisplayData eval(String code) {
      if (code.equals("long work")) {
        var line = IJava.line(this);
        line.show("seeds: 1 of 30");
        line.show("");
        return null;
      }
      if (code.equals("refuse")) {
        throw Args.bad("std", -1.0, "positive and finite", "Pass a standard deviation.");
      }
      return getRenderer().render(CELLS.get(code));
    }

    @Override
    public LanguageInfo getLanguageInfo() {
      return new LanguageInfo.Builder("java").build();
    }
  }
}
