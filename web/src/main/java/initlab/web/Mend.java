package initlab.web;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.teavm.model.AccessLevel;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.ElementModifier;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.emit.ProgramEmitter;
import org.teavm.model.emit.ValueEmitter;

/**
 * Runs while a page is built, never in it: methods that TeaVM's JDK lacks, or has wrong, become
 * calls of those in {@link Gaps}.
 */
public final class Mend implements ClassHolderTransformer {

  @Override
  public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
    for (Method gap : Gaps.class.getDeclaredMethods()) {
      Of of = gap.getAnnotation(Of.class);
      if (of != null && of.value().getName().equals(cls.getName())) {
        mend(cls, gap, context);
      }
    }
  }

  private static void mend(ClassHolder cls, Method gap, ClassHolderTransformerContext context) {
    Class<?>[] given = gap.getParameterTypes();
    boolean first = given[0].getName().equals(cls.getName());
    boolean instance = first && !gap.getAnnotation(Of.class).isStatic();
    Class<?>[] own = instance ? Arrays.copyOfRange(given, 1, given.length) : given;
    MethodHolder method = method(cls, gap, own);
    method.getModifiers().remove(ElementModifier.NATIVE);
    if (!instance) {
      method.getModifiers().add(ElementModifier.STATIC);
    }
    ProgramEmitter program = ProgramEmitter.create(method, context.getHierarchy());
    ValueEmitter[] arguments = new ValueEmitter[given.length];
    for (int i = 0; i < given.length; i++) {
      arguments[i] = program.var(instance ? i : i + 1, given[i]);
    }
    program.invoke(Gaps.class, gap.getName(), gap.getReturnType(), arguments).returnValue();
  }

  private static MethodHolder method(ClassHolder cls, Method gap, Class<?>[] parameters) {
    Class<?>[] signature =
        Stream.concat(Stream.of(parameters), Stream.of(gap.getReturnType())).toArray(Class[]::new);
    var descriptor = new MethodDescriptor(gap.getName(), signature);
    MethodHolder method = cls.getMethod(descriptor);
    if (method == null) {
      method = new MethodHolder(descriptor);
      method.setLevel(AccessLevel.PUBLIC);
      cls.addMethod(method);
    }
    return method;
  }
}
