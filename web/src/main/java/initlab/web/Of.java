package initlab.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of {@link Gaps} as one of a JDK class, under the same name; an instance method's
 * object comes first.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Of {
  /** The JDK's class. */
  Class<?> value();

  /** Whether it is static there, though its first argument is of that class. */
  boolean isStatic() default false;
}
