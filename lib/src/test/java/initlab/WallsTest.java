package initlab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The walls between the rooms. */
class WallsTest {
  private static final JavaClasses LIBRARY = Library.CLASSES;

  /** A room, and the rooms that it may know. */
  private static final Map<String, List<String>> ROOMS =
      Map.ofEntries(
          entry("base"),
          entry("math", "base"),
          entry("init", "math", "base"),
          entry("nn", "init", "math", "base"),
          entry("theory", "init", "math", "base"),
          entry("train", "nn", "init", "math", "base"),
          entry("view", "base"),
          entry("study", "nn", "theory", "train", "view", "init", "math", "base"),
          entry("ledger", "study", "nn", "theory", "train", "view", "init", "math", "base"),
          entry(
              "lesson", "ledger", "study", "nn", "theory", "train", "view", "init", "math", "base"),
          entry("kernel", "view", "base"));

  private static Map.Entry<String, List<String>> entry(String room, String... mayKnow) {
    return Map.entry(room, List.of(mayKnow));
  }

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
    String study = "initlab.study";
    notKnow(study + ".probe", study, study + ".doctor..", study + ".experiment..", study + ".race");
    notKnow(study + ".doctor", study, study + ".experiment..", study + ".race..");
    notKnow(study, study + ".doctor..", study + ".experiment..", study + ".race..");
    notKnow(study + ".race", study + ".experiment..", study + ".doctor..");
    notKnow(study + ".experiment", study + ".race..", study + ".doctor..");
    notKnow("initlab.lesson.exercise", "initlab.lesson");
    String view = "initlab.view";
    notKnow(view, view + ".figure..", view + ".map..", view + ".density..", view + ".scatter..");
    notKnow(view + ".draw", view, view + ".figure..", view + ".map..", view + ".density..");
    notKnow(view + ".figure", view + ".map..", view + ".density..", view + ".scatter..");
    notKnow(view + ".density", view + ".figure..", view + ".map..", view + ".scatter..");
    notKnow(view + ".scatter", view + ".figure..", view + ".map..", view + ".density..");
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

  /** What a reader may get wrong is told to a trial: it grows with no lesson. */
  @Test
  void aTrialKnowsNoExercise() {
    noClasses()
        .that()
        .haveFullyQualifiedName("initlab.lesson.exercise.Trial")
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
}
