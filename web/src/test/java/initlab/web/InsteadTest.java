package initlab.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import initlab.base.Machine;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands instead of something does what that does. */
class InsteadTest {

  /** TeaVM would tell of a method that is missing, but only where a page needs it. */
  @Test
  void theSubstituteHasEveryMethodOfTheMachine() throws ReflectiveOperationException {
    Class<?> substitute = instead.initlab.base.Machine.class;
    for (Method method : Machine.class.getDeclaredMethods()) {
      if (!Modifier.isPrivate(method.getModifiers()) && !method.isSynthetic()) {
        Method own = substitute.getDeclaredMethod(method.getName(), method.getParameterTypes());
        assertThat(own.getReturnType()).isEqualTo(method.getReturnType());
      }
    }
  }

  @Test
  void tasksRunOneAfterAnother() {
    assertThat(instead.initlab.base.Machine.<Integer>all(List.of(() -> 1, () -> 2), 4))
        .containsExactly(1, 2);
  }

  @Test
  void roundsHalvesToEven() {
    for (double x :
        new double[] {0.5, 1.5, 2.5, -0.5, -2.5, 1e300, 0x1p52 + 1, -0.0, 7.49, Double.NaN}) {
      assertThat(Gaps.rint(x)).isEqualTo((Double) Math.rint(x));
    }
  }

  /** To the largest, to the smallest, past both, and rounded once where a number is subnormal. */
  @Test
  void scalbIsTheJdks() {
    double[] numbers = {1, -3, Math.nextDown(2.0), Double.MIN_VALUE, 0, -0.0, 1 / 0.0, Math.PI};
    for (double x : numbers) {
      for (int by : new int[] {0, 1, -1, 511, 512, 1023, -1022, -1030, -1074, 2000, -2100, 9999}) {
        assertThat(Gaps.scalb(x, by)).isEqualTo((Double) Math.scalb(x, by));
        assertThat(Gaps.scalb(x, -by)).isEqualTo((Double) Math.scalb(x, -by));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "%-8s|",
        "%8s|",
        "%s: %d of %d %%",
        "%5d|",
        "0x%08x",
        "%-3s|",
        "a%nb",
        "%2$s"
      })
  void formatsAsTheJdkDoes(String format) {
    Object[] values = format.contains("x%") ? new Object[] {0x803} : new Object[] {12, 345, -6};
    if (format.contains("$")) {
      assertThatThrownBy(() -> Gaps.format(Locale.ROOT, format, values))
          .hasMessageContaining("is unknown");
    } else {
      assertThat(Gaps.format(Locale.ROOT, format, values))
          .isEqualTo(String.format(Locale.ROOT, format, values));
    }
  }
}
