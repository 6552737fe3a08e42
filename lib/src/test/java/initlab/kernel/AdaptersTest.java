package initlab.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import initlab.base.Progress;
import initlab.view.Displayable;
import initlab.view.NotebookHost;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dflib.jjava.jupyter.Extension;
import org.ejml.data.DMatrix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Both adapters on their kernel's own renderer. */
class AdaptersTest {
  private static final Displayable PICTURE =
      () -> Map.of("text/plain", "a curve", "image/svg+xml", "<svg/>", "image/png", "aGk=");

  @AfterEach
  void silence() {
    Progress.showOn(null);
  }

  @Test
  void jjavaFindsTheExtensionAndLessonsTheHost() {
    assertThat(ServiceLoader.load(Extension.class)).hasAtLeastOneElementOfType(JJava.class);
    assertThat(NotebookHost.all()).hasExactlyElementsOfTypes(KernelHost.class);
  }

  @Test
  void jjavaShowsAWholeBundle() {
    var renderer = new org.dflib.jjava.jupyter.kernel.display.Renderer();
    JJava.register(renderer);
    var shown = renderer.render(PICTURE);
    for (var type : PICTURE.display().keySet()) {
      var mime = org.dflib.jjava.jupyter.kernel.display.mime.MIMEType.parse(type);
      assertThat(shown.getData(mime)).isEqualTo(PICTURE.display().get(type));
    }
  }

  @Test
  void jjavaSurvivesAnErrorAndPrintsArrays() {
    var renderer = new org.dflib.jjava.jupyter.kernel.display.Renderer();
    JJava.register(renderer);
    var text = org.dflib.jjava.jupyter.kernel.display.mime.MIMEType.TEXT_PLAIN;
    assertThat(renderer.render(broken()).getData(text)).asString().contains("could not be shown");
    assertThat(renderer.render(new double[] {1}).getData(text)).isEqualTo("double[1] {1}");
  }

  @Test
  void ijavaShowsAWholeBundle() {
    var kernel = new Silent();
    IJava.register(kernel.getRenderer());
    var shown = kernel.getRenderer().render(PICTURE);
    for (var type : PICTURE.display().keySet()) {
      assertThat(shown.getData(MIMEType.parse(type))).isEqualTo(PICTURE.display().get(type));
    }
  }

  @Test
  void ijavaSurvivesAnErrorAndPrintsArrays() {
    var kernel = new Silent();
    IJava.register(kernel.getRenderer());
    var text = MIMEType.TEXT_PLAIN;
    assertThat(kernel.getRenderer().render(broken()).getData(text))
        .asString()
        .contains("could not be shown");
    assertThat(kernel.getRenderer().render(new double[] {1}).getData(text))
        .isEqualTo("double[1] {1}");
  }

  @Test
  void aLineOfProgressIsADisplayWithAName() {
    var kernel = new Silent();
    IJava.line(kernel).show("seeds: 1 of 30");
    assertThat(kernel.shown).hasSize(1).allMatch(DisplayData::hasDisplayId);
  }

  @Test
  void theExitWaitsForTheLastAnswer() throws InterruptedException {
    var exited = new CountDownLatch(1);
    JJava.exitSoon(exited::countDown);
    assertThat(exited.getCount()).isEqualTo(1);
    assertThat(exited.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void withoutAKernelNothingIsInstalled() {
    assertThat(KernelHost.init()).isFalse();
    assertThat(new KernelHost().name()).isEqualTo("no notebook kernel");
  }

  @Test
  void withoutEitherKernelsClassesNothingBreaks() throws Exception {
    URL[] library = {locationOf(KernelHost.class), locationOf(DMatrix.class)};
    try (var alone = new URLClassLoader(library, ClassLoader.getPlatformClassLoader())) {
      var notebook = alone.loadClass(KernelHost.class.getName());
      assertThat(notebook.getMethod("init").invoke(null)).isEqualTo(false);
    }
  }

  private static Displayable broken() {
    return () -> {
      throw new StackOverflowError();
    };
  }

  private static URL locationOf(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  /** A kernel without a notebook. */
  private static final class Silent extends BaseKernel {
    final List<DisplayData> shown = new ArrayList<>();

    @Override
    public void display(DisplayData data) {
      shown.add(data);
    }

    @Override
    public DisplayData eval(String expression) {
      return DisplayData.EMPTY;
    }

    @Override
    public LanguageInfo getLanguageInfo() {
      return new LanguageInfo.Builder("java").build();
    }
  }
}
