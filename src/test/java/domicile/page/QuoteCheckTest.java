package domicile.page;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Only what is equal as a whole counts; what is like it is shown. */
class QuoteCheckTest {
    private static final String PAGE = """
            # Data residency

            Prompts are processed in the European Union. Logs are kept for 30 days.

            ## Regions

            - Inference runs in Frankfurt.
            - Storage is in Dublin.

            ## Subprocessors

            | Name | Purpose | Place | Products |
            | --- | --- | --- | --- |
            | Alpha | Hosting | Worldwide | All products |
            | Beta | Support | United States | All products |
            | Gamma | Mail | Ireland | All products |

            ## Terms

            The following applies: (i) the optional clause does not apply; (ii) disputes go to the courts of Ireland.
            """;

    @Test
    void whatStandsInItsPlaceIsTheSameWhateverStandsBeforeIt() {
        String more = PAGE.replace("## Regions", "A sentence that is new.\n\n## Regions");
        assertThat(state("Inference runs in Frankfurt.", more)).isEqualTo(QuoteState.SAME);
        assertThat(state("Logs are kept for 30 days.", more)).isEqualTo(QuoteState.SAME);
    }

    @Test
    void whatStandsUnderAnotherHeadingHasMoved() {
        String moved =
                PAGE.replace("- Storage is in Dublin.\n", "").replace("## Terms", "## Terms\n\nStorage is in Dublin.");
        assertThat(state("Storage is in Dublin.", moved)).isEqualTo(QuoteState.MOVED);
    }

    @Test
    void aSentenceThatGoesOnIsChangedThoughTheQuoteIsStillAPartOfIt() {
        String except = PAGE.replace("in the European Union.", "in the European Union, except for batch requests.");
        QuoteResult found = check("Prompts are processed in the European Union", except);
        assertThat(found.state()).isEqualTo(QuoteState.CHANGED);
        assertThat(found.old()).isEqualTo("Prompts are processed in the European Union.");
        assertThat(found.now()).contains("Prompts are processed in the European Union, except for batch requests.");
        assertThat(found.cosmetic()).isFalse();
    }

    @Test
    void aCellIsJudgedInItsRowAlone() {
        assertThat(check("United States", PAGE).state()).isEqualTo(QuoteState.SAME);
        String renamed = PAGE.replace("| Beta | Support", "| Delta | Support");
        assertThat(check("United States", renamed).state()).isNotIn(QuoteState.SAME, QuoteState.MOVED);
        assertThat(check(
                                "Beta Support United States All products",
                                PAGE.replace(
                                        "| Beta | Support | United States | All products",
                                        "| Beta | Support | United States | All products except Gov"))
                        .now())
                .contains("Beta Support United States All products except Gov");
    }

    @Test
    void whatStandsSeveralTimesIsToldApartByItsRowAlone() {
        QuoteResult bare = check("All products", PAGE);
        assertThat(bare.state()).isEqualTo(QuoteState.AMBIGUOUS);
        assertThat(bare.places()).isEqualTo(3);
        assertThat(bare.withRow()).isEmpty();
        String narrowed = PAGE.replace("United States | All products", "United States | All products except Gov");
        assertThat(inRow("All products", "Beta", PAGE)).contains(QuoteState.SAME);
        assertThat(inRow("All products", "Beta", narrowed)).contains(QuoteState.CHANGED);
        assertThat(inRow("All products", "Gamma", narrowed)).contains(QuoteState.SAME);
        assertThat(inRow("All products", "nobody", narrowed)).isEmpty();
    }

    /** A row that says one thing of two columns: when one of the cells changes, the other one does not stand for it. */
    @Test
    void aCellIsJudgedInItsColumnAlone() {
        String table = """
                | Provider | DPA | SOC 2 | Regions |
                | --- | --- | --- | --- |
                | Alpha | Yes | Yes | Paris |
                | Beta | No | Yes | Paris |
                """;
        QuoteFinder.Found dpa = new QuoteFinder(page(table)).at(5, 6);
        assertThat(dpa.row()).contains("Alpha | DPA");
        String without = table.replace("Alpha | Yes | Yes", "Alpha | No | Yes");
        assertThat(inRow("Yes", "Alpha | DPA", table, table)).contains(QuoteState.SAME);
        assertThat(inRow("Yes", "Alpha | SOC 2", table, table)).contains(QuoteState.SAME);
        assertThat(inRow("Yes", "Alpha", table, table)).as("no column").isEmpty();
        assertThat(inRow("Yes", "Alpha | Regions", table, table))
                .as("another column")
                .isEmpty();
        assertThat(inRow("Yes", "Alpha | DPA", table, without)).contains(QuoteState.CHANGED);
        assertThat(inRow("Yes", "Alpha | SOC 2", table, without)).contains(QuoteState.SAME);

        // said once, and now the other column says it
        assertThat(check(
                                "Yes",
                                table.replace("Alpha | Yes | Yes", "Alpha | Yes | No")
                                        .replace("Beta | No | Yes", "Beta | No | No"),
                                without)
                        .state())
                .isEqualTo(QuoteState.CHANGED);

        // a page that no longer names its columns
        String headless = "<table><tr><td>Alpha</td><td>No</td><td>Yes</td><td>Paris</td></tr></table>";
        assertThat(inRow("Yes", "Alpha | DPA", table, headless)).contains(QuoteState.CHANGED);
    }

    @Test
    void anItemOfAListInASentenceIsAUnitAndItsNumberIsNoWord() {
        String numbered = PAGE.replace("(i) the", "(a) the").replace("(ii) disputes", "(b) disputes");
        assertThat(state("the optional clause does not apply;", numbered)).isEqualTo(QuoteState.SAME);
        String other = numbered.replace("courts of Ireland", "courts of England");
        assertThat(state("disputes go to the courts of Ireland.", other)).isEqualTo(QuoteState.CHANGED);
    }

    @Test
    void aDateInAnotherFormIsChangedAndCosmeticAndAnotherDayIsNot() {
        String page = "Effective February 24, 2025\n\nSome words of the page.";
        assertThat(check("Effective February 24, 2025", page, page.replace("February 24,", "24 February"))
                        .cosmetic())
                .isTrue();
        QuoteResult later = check("Effective February 24, 2025", page, page.replace("24", "25"));
        assertThat(later.state()).isEqualTo(QuoteState.CHANGED);
        assertThat(later.cosmetic()).isFalse();
    }

    @Test
    void aSentenceThatStoodThereBeforeIsNobodysSuccessor() {
        String two = "We keep logs for 30 days.\n\nwe keep logs for 30 days, encrypted.\n\nThe end.";
        QuoteResult found =
                check("We keep logs for 30 days.", two, two.replace("We keep logs for 30 days.", "Nothing."));
        assertThat(found.state()).isEqualTo(QuoteState.GONE);
        assertThat(found.now()).isEmpty();
    }

    @Test
    void wordsThatDoNotStandInTheOlderPageAreNoQuote() {
        assertThat(state("Inference runs in Munich.", PAGE)).isEqualTo(QuoteState.NOT_QUOTED);
        assertThat(state("nference runs", PAGE)).isEqualTo(QuoteState.NOT_QUOTED);
    }

    @Test
    void whateverWordIsPutIntoAUnitOrTakenOutOfItIsSeen() {
        List<Unit> units = PageReader.read(PAGE.getBytes(StandardCharsets.UTF_8), "a.md", Optional.empty())
                .units();
        List<String> said = List.of(
                "Prompts are processed in the European Union.",
                "Logs are kept for 30 days.",
                "Inference runs in Frankfurt.",
                "Storage is in Dublin.",
                "Beta Support United States All products");
        assertThat(units).hasSizeGreaterThan(15);
        Seeds.forAll(300, random -> {
            String quote = said.get(random.nextInt(said.size()));
            String[] words = quote.split(" ");
            int at = random.nextInt(words.length);
            String word = words[at].replace(".", "");
            String edited = random.nextBoolean() ? "not " + word : word + "ish";
            String raw = quote.startsWith("Beta") ? "Beta | Support | United States | All products" : quote;
            String page = PAGE.replace(raw, raw.replaceFirst("\\b" + word + "\\b", edited));
            assertThat(check(quote, page).state())
                    .as(page)
                    .isNotIn(QuoteState.SAME, QuoteState.MOVED, QuoteState.AMBIGUOUS);
        });
    }

    private static Optional<QuoteState> inRow(String text, String row, String now) {
        return inRow(text, row, PAGE, now);
    }

    private static Optional<QuoteState> inRow(String text, String row, String old, String now) {
        return new QuoteCheck(page(old), page(now))
                .check(new TextQuote("q", text, Optional.of(row)))
                .withRow();
    }

    private static QuoteState state(String text, String now) {
        return check(text, now).state();
    }

    private static QuoteResult check(String text, String now) {
        return check(text, PAGE, now);
    }

    private static QuoteResult check(String text, String old, String now) {
        return new QuoteCheck(page(old), page(now)).check(new TextQuote("q", text, Optional.empty()));
    }

    private static PageText page(String markdown) {
        return PageReader.read(markdown.getBytes(StandardCharsets.UTF_8), "page.md", Optional.empty());
    }
}
