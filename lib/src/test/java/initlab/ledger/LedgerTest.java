package initlab.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final List<String> LESSONS =
      List.of("01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11");

  /** The verdicts of the usual seeds; all measured, so that this is the ledger's own check. */
  private static final Map<Verdict, List<String>> EXPECTED =
      Map.of(
          Verdict.HOLDS,
          words(
              "C47 C02 C45 C11 C12 C48 T11 C13 C50 T07 T10 T12 U13 U14 U15 U16"
                  + " C18 C23 C24 C53 C42"),
          Verdict.RESTATED,
          words(
              "C09 C56 C46 C61 C01 C05 C64 C58 C59 C10 C57 C76 T06 T08 C07 C49 C33 C03 C20 C60 T03"
                  + " U09 U12 C73 T09 C16 C17 U05 C52 C14 C15 C08 U01 U03"
                  + " C19 C67 C21 C66 C62 U06 C25 C72 C28 C79 U04"
                  + " C22 C27 C29 C31 C41 U10"),
          Verdict.FAILS,
          words("C70 U07 C04 T01 T02 C77 C39 C69 T05 C65 C51 C68" + " C71 C26 C34 C63 C80"));

  private static List<String> words(String ids) {
    return List.of(ids.split(" ", -1));
  }

  @Test
  void everyClaimIsJudgedOnceAndInOneLesson() {
    assertThat(Ledger.ids())
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[CTU]\\d\\d"));
    List<String> byLesson = new ArrayList<>();
    LESSONS.forEach(lesson -> Ledger.of(lesson).forEach(claim -> byLesson.add(claim.id())));
    assertThat(byLesson).isEqualTo(Ledger.ids());
  }

  @Test
  void everyClaimSaysWhoSaysItAndWhatItWasTriedOn() {
    for (Claim claim : Ledger.all()) {
      assertThat(claim.sentence()).as(claim.id()).isNotBlank();
      assertThat(claim.range()).as(claim.id()).isNotBlank();
      assertThat(claim.sources()).as(claim.id()).isNotEmpty().doesNotHaveDuplicates();
    }
  }

  @Test
  void everyLinkIsSafeAndFewTextsHaveNone() {
    for (Source source : Source.values()) {
      assertThat(source.title()).isNotBlank();
      assertThat(source.link()).matches("(https://\\S+)?");
    }
    assertThat(Source.values()).filteredOn(source -> source.link().isEmpty()).hasSizeLessThan(2);
  }

  @Test
  void aClaimIsFoundByItsIdAndALessonByItsNumber() {
    assertThat(Ledger.claim("C03")).map(Claim::id).contains("C03");
    assertThat(Ledger.claim("c03")).isEmpty();
    assertThat(Ledger.of("99")).isEmpty();
    assertThat(Ledger.judge("99").rows()).isEmpty();
  }

  @Test
  void everyClaimHasTheVerdictOfTheUsualSeeds() {
    Map<Verdict, List<String>> found = new TreeMap<>();
    for (Claim claim : Ledger.all()) {
      found.computeIfAbsent(claim.judge().verdict(), v -> new ArrayList<>()).add(claim.id());
    }
    assertThat(found).isEqualTo(EXPECTED);
  }
}
