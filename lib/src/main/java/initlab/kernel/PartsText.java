package initlab.kernel;

import initlab.base.Numbers;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Values that hold others, as text: arrays, lists, sets, maps and what lies inside them, each by
 * its beginning. What was written stays short however large the value is: of many parts no more are
 * asked for than are shown. Used once.
 */
final class PartsText {
  /** Entries of an array, and of a list that is longer than {@link #IN_FULL}. */
  private static final int FEW = 10;

  /** Lists, sets and maps up to this size say all that they hold, as they do by themselves. */
  private static final int IN_FULL = 100;

  private final StringBuilder text = new StringBuilder();
  private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());

  String of(Object value) {
    part(value);
    return text.toString();
  }

  private void part(Object value) {
    if (text.length() > ValueText.MOST) {
      return; // cut there in the end
    }
    if (value == null) {
      text.append("null");
    } else if (value.getClass().isArray()) {
      inside(value, this::array);
    } else if (saysItsOwn(value)) {
      text.append(value);
    } else if (value instanceof Collection<?> list) {
      inside(value, self -> parts("[", list.iterator(), list.size(), this::part, "]"));
    } else if (value instanceof Map<?, ?> map) {
      inside(value, self -> parts("{", map.entrySet().iterator(), map.size(), this::pair, "}"));
    } else if (value instanceof Optional<?> maybe && maybe.isPresent()) {
      text.append("Optional[");
      part(maybe.get());
      text.append(']');
    } else {
      text.append(value);
    }
  }

  /** Whether a class that Java does not bring spells its values itself. */
  private static boolean saysItsOwn(Object value) {
    try {
      var spelling = value.getClass().getMethod("toString").getDeclaringClass();
      return !spelling.getName().startsWith("java.");
    } catch (NoSuchMethodException everyClassHasOne) {
      throw new IllegalStateException(everyClassHasOne);
    }
  }

  /** Writes what holds others, unless it is found within itself. */
  private void inside(Object value, Consumer<Object> write) {
    if (open.add(value)) {
      write.accept(value);
      open.remove(value);
    } else {
      text.append("(this ").append(value.getClass().getSimpleName()).append(" again)");
    }
  }

  private void array(Object array) {
    int n = Array.getLength(array);
    text.append(array.getClass().getComponentType().getSimpleName());
    text.append('[').append(n).append("] {");
    for (int i = 0; i < Math.min(n, FEW); i++) {
      text.append(i == 0 ? "" : ", ");
      Object entry = Array.get(array, i);
      if (entry instanceof Double || entry instanceof Float) {
        text.append(Numbers.entry(((Number) entry).doubleValue(), 4));
      } else {
        part(entry);
      }
    }
    text.append(n > FEW ? ", ...}" : "}");
  }

  private <T> void parts(
      String begin, Iterator<? extends T> parts, int size, Consumer<T> write, String end) {
    int most = size <= IN_FULL ? size : FEW;
    text.append(begin);
    for (int i = 0; i < most && parts.hasNext(); i++) {
      text.append(i == 0 ? "" : ", ");
      write.accept(parts.next());
    }
    text.append(size > most ? ", ..." + end + " (" + size + " entries)" : end);
  }

  private void pair(Map.Entry<?, ?> pair) {
    part(pair.getKey());
    text.append('=');
    part(pair.getValue());
  }
}
