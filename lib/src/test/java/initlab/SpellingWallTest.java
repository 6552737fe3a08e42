package initlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No double becomes text by a plus: {@code "std is " + std} has Java's spelling, 1.0E-7. */
class SpellingWallTest {
  @Test
  void noDoubleIsJoinedToAText() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("target", "classes", "initlab"))) {
      List<Path> classes = files.filter(file -> file.toString().endsWith(".class")).toList();
      assertThat(classes).hasSizeGreaterThan(200);
      for (Path file : classes) {
        assertThat(joined(file)).as("what %s joins by +", file).noneMatch(SpellingWallTest::real);
      }
    }
  }

  /** A compiled class that does so is seen. */
  @Test
  void thePlusIsFound() throws IOException {
    assertThat(("" + Math.sqrt(4)).length()).isEqualTo(3);
    Path self = Path.of("target", "test-classes", "initlab", "SpellingWallTest.class");
    assertThat(joined(self)).anyMatch(SpellingWallTest::real);
  }

  /** Whether a double or a float is among the arguments: "(Ljava/lang/String;D)...". */
  private static boolean real(String descriptor) {
    String arguments = descriptor.substring(1, descriptor.indexOf(')'));
    return arguments.replaceAll("L[^;]*;", "").matches(".*[DF].*");
  }

  /** The types of all that this class joins by +, from its table of constants. */
  private static Set<String> joined(Path file) throws IOException {
    try (var in = new DataInputStream(Files.newInputStream(file))) {
      in.skipBytes(8);
      int size = in.readUnsignedShort();
      String[] words = new String[size];
      int[][] pairs = new int[size][];
      for (int i = 1; i < size; i++) {
        int tag = in.readUnsignedByte();
        switch (tag) {
          case 1 -> words[i] = in.readUTF();
          case 12 -> pairs[i] = new int[] {in.readUnsignedShort(), in.readUnsignedShort()};
          case 7, 8, 16, 19, 20 -> in.readUnsignedShort();
          case 15 -> in.skipBytes(3);
          case 5, 6 -> {
            in.readLong();
            i++; // a long or a double takes two places
          }
          default -> in.readInt();
        }
      }
      Set<String> found = new HashSet<>();
      for (int[] pair : pairs) {
        if (pair != null && words[pair[0]].equals("makeConcatWithConstants")) {
          found.add(words[pair[1]]);
        }
      }
      return found;
    }
  }
}
