package initlab.ledger;

/** How a claim ends. */
public enum Verdict {
  /** It is true as it stands. */
  HOLDS("holds", "#2e9e5b", "note"),
  /** It is true in other words. */
  RESTATED("holds when restated", "#2b7bba", "restated"),
  /** It is not true in the range that the text speaks of. */
  FAILS("fails", "#d2691e", "instead"),
  /** It was not tried in this course. */
  NOT_TESTED("not tested here", "#7f8c9b", "because"),
  /** This run measured nothing that a verdict could rest on. */
  UNSETTLED("not settled", "#c0392b", "because");

  private final String label;
  private final String colour;
  private final String lead;

  Verdict(String label, String colour, String lead) {
    this.label = label;
    this.colour = colour;
    this.lead = lead;
  }

  /** The verdict in words. */
  public String label() {
    return label;
  }

  /** The colour of its mark, as "#2e9e5b"; readable on light and dark pages. */
  String colour() {
    return colour;
  }

  /** The word before what is put right. */
  String lead() {
    return lead;
  }
}
