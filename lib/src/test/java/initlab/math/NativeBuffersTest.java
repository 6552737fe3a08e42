package initlab.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.bytedeco.javacpp.DoublePointer;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NativeBuffersTest {
  private static final int SMALL = 100;

  /** Without OpenBLAS there is no memory outside the heap, and nobody takes these. */
  @BeforeAll
  static void withOpenBlas() {
    assumeTrue(MatrixProduct.fastest() instanceof OpenBlasProduct);
  }

  @Test
  void holdACopy() {
    DMatrixRMaj matrix = new DMatrixRMaj(2, 2, true, 1, 2, 3, 4);
    try (NativeBuffers buffers = NativeBuffers.take()) {
      DoublePointer pointer = buffers.holding(0, matrix);
      assertThat(new double[] {pointer.get(0), pointer.get(1), pointer.get(2), pointer.get(3)})
          .containsExactly(1, 2, 3, 4);
    }
  }

  @Test
  void growAndStay() {
    try (NativeBuffers buffers = NativeBuffers.take()) {
      long address = buffers.ofSize(1, SMALL).address();
      assertThat(buffers.ofSize(1, SMALL / 2).address()).isEqualTo(address);
      DoublePointer enough = buffers.ofSize(1, 1000 * SMALL);
      assertThat(enough.capacity()).isGreaterThanOrEqualTo(1000 * SMALL);
      assertThat(buffers.ofSize(1, (int) enough.capacity())).isSameAs(enough);
      DoublePointer more = buffers.ofSize(1, (int) enough.capacity() + 1);
      assertThat(enough.isNull()).as("what was outgrown is freed at once").isTrue();
      assertThat(more.isNull()).isFalse();
    }
  }

  /**
   * 16 MB, 2^21 doubles, are kept for the next product; more than that goes back to the machine.
   */
  @Test
  void keepSixteenMegabytesAndNoMore() {
    NativeBuffers buffers = NativeBuffers.take();
    DoublePointer most = buffers.ofSize(0, 1 << 21);
    DoublePointer tooMuch = buffers.ofSize(1, (1 << 21) + 1);
    buffers.close();
    assertThat(most.isNull()).isFalse();
    assertThat(tooMuch.isNull()).isTrue();
  }

  @Test
  void belongToOneAtATime() {
    try (NativeBuffers one = NativeBuffers.take();
        NativeBuffers other = NativeBuffers.take()) {
      assertThat(one).isNotSameAs(other);
      assertThat(one.ofSize(0, SMALL).address()).isNotEqualTo(other.ofSize(0, SMALL).address());
    }
  }

  /** A hundred threads, one after the other, share the few that are kept. */
  @Test
  void outliveTheirThreads() throws Exception {
    Set<NativeBuffers> seen = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      seen.add(inThread(NativeBuffersTest::takeAndClose));
    }
    assertThat(seen).hasSizeBetween(1, NativeBuffers.SLOTS);
  }

  /** More at once than are kept: those without a place free their memory. */
  @Test
  void areFreedWhenTooManyOrTooLarge() {
    List<NativeBuffers> taken = new ArrayList<>();
    List<DoublePointer> pointers = new ArrayList<>();
    for (int i = 0; i < 5 * NativeBuffers.SLOTS; i++) {
      taken.add(NativeBuffers.take());
      pointers.add(taken.get(i).ofSize(2, SMALL));
    }
    DoublePointer large = taken.get(0).ofSize(1, 3_000_000);
    taken.forEach(NativeBuffers::close);
    assertThat(pointers.stream().filter(p -> !p.isNull()).count()).isEqualTo(NativeBuffers.SLOTS);
    assertThat(large.isNull()).isTrue();
    assertThat(pointers.get(0).isNull()).isFalse();
  }

  private static NativeBuffers takeAndClose() {
    try (NativeBuffers buffers = NativeBuffers.take()) {
      buffers.ofSize(0, SMALL);
      return buffers;
    }
  }

  private static <T> T inThread(Callable<T> work) throws Exception {
    var task = new FutureTask<>(work);
    new Thread(task, "buffers").start();
    return task.get();
  }
}
