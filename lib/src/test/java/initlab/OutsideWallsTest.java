package initlab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import initlab.base.Machine;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What only one class or room may touch: the country's words, the machine, random numbers. */
class OutsideWallsTest {
  private static final JavaClasses LIBRARY = Library.CLASSES;

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
