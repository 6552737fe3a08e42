package initlab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The walls between the rooms. */
class WallsTest {
  private static final JavaClasses LIBRARY =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("initlab");

  @Test
  void roomsKnowOnlyWhatTheyMay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("math")
        .definedBy("initlab.math..")
        .layer("init")
        .definedBy("initlab.init..")
        .layer("nn")
        .definedBy("initlab.nn..")
        .layer("theory")
        .definedBy("initlab.theory..")
        .layer("train")
        .definedBy("initlab.train..")
        .layer("view")
        .definedBy("initlab.view..")
        .layer("study")
        .definedBy("initlab.study..")
        .layer("lesson")
        .definedBy("initlab.lesson..")
        .layer("kernel")
        .definedBy("initlab.kernel..")
        .whereLayer("math")
        .mayNotAccessAnyLayer()
        .whereLayer("init")
        .mayOnlyAccessLayers("math")
        .whereLayer("nn")
        .mayOnlyAccessLayers("init", "math")
        .whereLayer("theory")
        .mayOnlyAccessLayers("init", "math")
        .whereLayer("train")
        .mayOnlyAccessLayers("nn", "init", "math")
        .whereLayer("view")
        .mayNotAccessAnyLayer()
        .whereLayer("study")
        .mayOnlyAccessLayers("nn", "theory", "train", "view", "init", "math")
        .whereLayer("lesson")
        .mayOnlyAccessLayers("study", "train", "theory", "nn", "init", "view", "math")
        .whereLayer("kernel")
        .mayOnlyAccessLayers("view", "math")
        .check(LIBRARY);
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
  void onlyMathGoesOutsideJava() {
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
