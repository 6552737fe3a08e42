package initlab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import initlab.base.Machine;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The walls between the rooms. */
class WallsTest {
  private static final JavaClasses LIBRARY =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("initlab");

  /** A room, and the rooms that it may know. */
  private static final Map<String, List<String>> ROOMS =
      Map.of(
          "base", List.of(),
          "math", List.of("base"),
          "init", List.of("math", "base"),
          "nn", List.of("init", "math", "base"),
          "theory", List.of("init", "math", "base"),
          "train", List.of("nn", "init", "math", "base"),
          "view", List.of("base"),
          "study", List.of("nn", "theory", "train", "view", "init", "math", "base"),
          "lesson", List.of("study", "train", "theory", "nn", "init", "view", "math", "base"),
          "kernel", List.of("view", "base"));

  @Test
  void roomsKnowOnlyWhatTheyMay() {
    var layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (String room : ROOMS.keySet()) {
      layers = layers.layer(room).definedBy("initlab." + room + "..");
    }
    for (var room : ROOMS.entrySet()) {
      var wall = layers.whereLayer(room.getKey());
      layers =
          room.getValue().isEmpty()
              ? wall.mayNotAccessAnyLayer()
              : wall.mayOnlyAccessLayers(room.getValue().toArray(String[]::new));
    }
    layers.check(LIBRARY);
  }

  @Test
  void roomsFormNoCycle() {
    slices().matching("initlab.(*)..").should().beFreeOfCycles().check(LIBRARY);
  }

  @Test
  void onlyViewDraws() {
    noClasses()
        .that()
        .resideOutsideOfPackage("initlab.view..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.knowm.xchart..", "tech.tablesaw..", "java.awt..")
        .check(LIBRARY);
  }

  /** An alcove, and what of its own room it must not know; the room's other alcoves stand apart. */
  @Test
  void alcovesKnowOnlyWhatLiesBelow() {
    notKnow("initlab.nn", "initlab.nn.layer..", "initlab.nn.loss..", "initlab.nn.lsuv..");
    notKnow("initlab.nn.layer", "initlab.nn.loss..", "initlab.nn.lsuv..");
    notKnow("initlab.nn.lsuv", "initlab.nn.layer..", "initlab.nn.loss..");
    notKnow("initlab.train.data", "initlab.train");
    notKnow("initlab.study.probe", "initlab.study", "initlab.study.doctor..");
    notKnow("initlab.study.doctor", "initlab.study", "initlab.study.race..");
    notKnow("initlab.study", "initlab.study.experiment..", "initlab.study.race..");
    notKnow("initlab.study.race", "initlab.study.experiment..", "initlab.study.doctor..");
    notKnow("initlab.view", "initlab.view.figure..", "initlab.view.map..");
  }

  private static void notKnow(String alcove, String... others) {
    noClasses()
        .that()
        .resideInAPackage(alcove)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .check(LIBRARY);
  }

  /** What a reader may get wrong is told to a check: it grows with no lesson. */
  @Test
  void aCheckKnowsNoExercise() {
    noClasses()
        .that()
        .haveFullyQualifiedName("initlab.lesson.Check")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("initlab.init..", "initlab.nn..", "initlab.train..", "org.ejml..")
        .check(LIBRARY);
  }

  @Test
  void onlyViewPaints() {
    noClasses()
        .that()
        .resideOutsideOfPackage("initlab.view..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("initlab.view.draw..")
        .check(LIBRARY);
  }

  @Test
  void onlyTheKernelRoomKnowsAKernel() {
    noClasses()
        .that()
        .resideOutsideOfPackage("initlab.kernel..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.dflib.jjava..", "io.github.spencerpark..")
        .check(LIBRARY);
  }

  @Test
  void onlyMathKnowsNativeCode() {
    noClasses()
        .that()
        .resideOutsideOfPackage("initlab.math..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.bytedeco..")
        .check(LIBRARY);
  }

  @Test
  void everyClassHasARoom() {
    classes().should().resideInAPackage("initlab.*..").check(LIBRARY);
  }

  /** Under ar-EG {@code "%d".formatted(12)} has Arabic digits, and in Turkey "I" has another i. */
  @Test
  void nobodyFormatsWithoutARootLocale() {
    noClasses()
        .should()
        .callMethod(String.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(String.class, "formatted", Object[].class)
        .orShould()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .orShould()
        .callMethod(PrintStream.class, "printf", String.class, Object[].class)
        .orShould()
        .callMethod(PrintStream.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(Locale.class, "getDefault")
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("java.text..")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Formatter.class)
        .check(LIBRARY);
  }

  /**
   * The sources' string literals hold no floating conversion: %.3g, %5.1f, %e. What {@code %s}
   * makes of a double no one spells but base.Numbers either, or its last digits matter, as in a
   * refusal of an argument.
   */
  @Test
  void onlyBaseNumbersSpellsAFloatingNumber() throws IOException {
    Pattern floating = Pattern.compile("%(\\d+\\$)?[-#+0,(]*\\d*(\\.\\d+)?[eEfgGaA]");
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(sources).hasSizeGreaterThan(200);
      for (Path source : sources) {
        String text = Files.readString(source).replace("%%", "");
        assertThat(floating.matcher(text).results().map(MatchResult::group))
            .as("floating conversions in %s", source)
            .isEmpty();
      }
    }
    assertThat(floating.matcher("so %8.3g of it").find()).isTrue();
    assertThat(floating.matcher("5 % at %d and %s").find()).isFalse();
  }

  /** No double in a text but through base.Numbers; refusals of arguments concatenate theirs. */
  @Test
  void nobodyElseTurnsDoublesIntoText() {
    noClasses()
        .that()
        .resideOutsideOfPackage("initlab.base..")
        .should()
        .callMethod(Double.class, "toString", double.class)
        .orShould()
        .callMethod(String.class, "valueOf", double.class)
        .orShould()
        .callMethod(StringBuilder.class, "append", double.class)
        .orShould()
        .callMethod(Arrays.class, "toString", double[].class)
        .check(LIBRARY);
  }

  @Test
  void onlyTheMachineKnowsTheMachine() {
    noClasses()
        .that()
        .resideOutsideOfPackages("initlab.kernel..")
        .and()
        .doNotBelongToAnyOf(Machine.class)
        .and()
        .doNotHaveFullyQualifiedName("initlab.base.Workers")
        .and()
        .doNotHaveFullyQualifiedName("initlab.base.Ticker")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Runtime.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(ExecutorService.class)
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "getProperty", String.class)
        .orShould()
        .callMethodWhere(name("parallel").or(name("parallelStream")).or(name("loadLibrary")))
        .check(LIBRARY);
  }

  private static DescribedPredicate<JavaMethodCall> name(String method) {
    return DescribedPredicate.describe(
        "is called " + method, call -> call.getTarget().getName().equals(method));
  }

  @Test
  void streamsOfRandomNumbersComeFromMath() {
    noClasses()
        .that()
        .resideOutsideOfPackage("initlab.math..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.util\\.(Random|SplittableRandom|random\\..*)")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.commons.rng.core..", "org.apache.commons.rng.simple..")
        .check(LIBRARY);
  }
}
