package initlab.view;

import java.util.List;
import java.util.ServiceLoader;

/**
 * The notebook kernel that runs this code; found as a service, so that no room needs to know it.
 */
public interface NotebookHost {

  /**
   * Makes the running kernel show every {@link Displayable}; may be called again.
   *
   * @return false where no kernel runs
   */
  boolean install();

  /** The kernel's name and version, or "no notebook kernel". */
  String name();

  /** All hosts on the class path: one in a notebook. */
  static List<NotebookHost> all() {
    return ServiceLoader.load(NotebookHost.class, NotebookHost.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }
}
