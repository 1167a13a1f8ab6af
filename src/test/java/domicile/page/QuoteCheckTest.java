package domicile.page;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.Seeds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
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

    private static final List<String> SENTENCES = List.of(
            "Prompts are processed in the European Union.",
            "Logs are kept for 30 days.",
            "Inference runs in Frankfurt.",
            "Storage is in Dublin.",
            "(i) the optional clause does not apply;",
            "(ii) disputes go to the courts of Ireland.");
    private static final List<String> OTHERS =
            List.of("Virginia", "batch requests", "the United States", "Singapore", "free accounts");

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

        String twice = without.replace("Paris", "No");
        assertThat(new QuoteFinder(page(twice)).look("No", Optional.of("Alpha | DPA")))
                .hasValueSatisfying(found -> assertThat(found.first()).isEqualTo(5));

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

    /** The kinds of edits that change what a sentence promises and hardly its words. */
    @Test
    void aThousandEditsInsideQuotesAreSeen() {
        Seeds.forAll(1_000, random -> {
            String quote = Seeds.any(random, SENTENCES);
            String edited = switch (random.nextInt(5)) {
                case 0 -> quote.replaceFirst("\\.$", ", except for %s.".formatted(Seeds.any(random, OTHERS)));
                case 1 -> quote.replaceFirst(" ", " only in %s ".formatted(Seeds.any(random, OTHERS)));
                case 2 -> quote.replaceFirst("\\b(is|are|runs|does|go)\\b", "$1 not");
                case 3 -> quote.replaceFirst("30", String.valueOf(Seeds.between(random, 31, 90)));
                default -> quote.replaceFirst("European Union|Frankfurt|Dublin|Ireland", Seeds.any(random, OTHERS));
            };
            if (!edited.equals(quote)) {
                assertThat(state(quote, PAGE.replace(quote, edited)))
                        .as(edited)
                        .isIn(QuoteState.CHANGED, QuoteState.GONE);
            }
        });
    }

    /** A sentence that is nearly the quote, under any heading, where the quote is gone. */
    @Test
    void noneOfAThousandLookalikesIsTakenForTheQuote() {
        Seeds.forAll(1_000, random -> {
            String quote = Seeds.any(random, SENTENCES);
            String[] words = quote.split(" ");
            int at = random.nextInt(words.length - 1);
            switch (random.nextInt(3)) {
                case 0 -> words[at] = Seeds.any(random, OTHERS);
                case 1 -> words[at] += " " + Seeds.any(random, OTHERS);
                default -> {
                    String next = words[at + 1];
                    words[at + 1] = words[at];
                    words[at] = next;
                }
            }
            String like = String.join(" ", words);
            String heading =
                    Seeds.any(random, List.of("# Data residency", "## Regions", "## Subprocessors", "## Terms"));
            String page = PAGE.replace(quote, "").replace(heading + "\n", heading + "\n\n" + like + "\n");
            assertThat(page).contains(like);
            assertThat(state(quote, page)).as(page).isIn(QuoteState.CHANGED, QuoteState.GONE);
        });
    }

    /** Whatever can be quoted in one format stands in the others. */
    @Test
    void whatIsQuotedStandsInEveryFormatOfTheSameWords() throws IOException {
        var extensions = List.of(TablesExtension.create());
        String html = "<html><head><style>td, th { padding: 2pt 12pt; text-align: left }</style></head><body>"
                + HtmlRenderer.builder()
                        .extensions(extensions)
                        .build()
                        .render(Parser.builder().extensions(extensions).build().parse(PAGE))
                + "</body></html>";
        Map<String, PageText> formats = Map.of(
                "md",
                page(PAGE),
                "html",
                PageReader.read(html.getBytes(StandardCharsets.UTF_8), "page.html", Optional.empty()),
                "pdf",
                PageReader.read(PageReaderTest.pdf(html), "page.pdf", Optional.empty()));
        formats.forEach((from, old) -> formats.forEach((to, now) -> {
            QuoteFinder finder = new QuoteFinder(old);
            QuoteCheck check = new QuoteCheck(old, now);
            for (int i = 0; i < old.units().size(); i++) {
                QuoteFinder.Found found = finder.at(i, i + 1);
                if (from.equals("pdf") && found.row().isPresent()) {
                    continue; // a PDF has no rows that could tell its cells apart elsewhere
                }
                QuoteResult result = check.check(new TextQuote("q", found.exact(), found.row()));
                assertThat(
                                result.state() == QuoteState.AMBIGUOUS
                                        ? result.withRow().orElseThrow()
                                        : result.state())
                        .as("%s to %s: %s", from, to, found)
                        .isIn(QuoteState.SAME, QuoteState.MOVED);
            }
        }));
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
