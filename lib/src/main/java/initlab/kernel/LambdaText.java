package initlab.kernel;

import java.util.Arrays;

/** Lambdas and method references as text: their class has a name that no reader wrote. */
final class LambdaText {
  private LambdaText() {}

  static boolean isLambda(Object value) {
    Class<?> type = value == null ? Object.class : value.getClass();
    return type.isHidden()
        && type.getName().contains("$$Lambda")
        && type.getInterfaces().length > 0;
  }

  /** "a lambda (Initializer): give it a name with .named("...")", where its type can do that. */
  static String of(Object lambda) {
    Class<?> type = lambda.getClass().getInterfaces()[0];
    boolean takesName =
        Arrays.stream(type.getMethods())
            .anyMatch(
                method ->
                    method.getName().equals("named")
                        && Arrays.equals(
                            method.getParameterTypes(), new Class<?>[] {String.class}));
    return "a lambda ("
        + type.getSimpleName()
        + ")"
        + (takesName ? ": give it a name with .named(\"...\")" : "");
  }
}
