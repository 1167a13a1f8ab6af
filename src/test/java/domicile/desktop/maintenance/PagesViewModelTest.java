package domicile.desktop.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.assessment.Impact;
import domicile.desktop.kit.AtOnce;
import domicile.desktop.kit.Texts;
import domicile.page.QuoteFinder;
import domicile.problem.ProblemException;
import domicile.questionnaire.Dossier;
import domicile.questionnaire.DossierJson;
import domicile.questionnaire.Questionnaire;
import domicile.questionnaire.WorkloadFile;
import domicile.questionnaire.WorkloadOf;
import domicile.register.RegisterKey;
import domicile.register.RegisterStore;
import domicile.residency.Capture;
import domicile.residency.Citation;
import domicile.residency.Fact;
import domicile.residency.Register;
import domicile.residency.Source;
import domicile.residency.Workload;
import domicile.source.FetchedPage;
import domicile.source.QuotedFact;
import domicile.source.SourceReview;
import domicile.source.Standing;
import domicile.source.Suggestion;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of the maintenance screen without a window, on a real register. */
class PagesViewModelTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final LocalDate LATER = LocalDate.of(2026, 12, 24);
    private static final RegisterKey ZDR = RegisterKey.fact("groq", "zdr");
    private static final RegisterKey DPA = RegisterKey.fact("groq", "attestation/DPA");
    private static final String PAGE = """
            <html><body><h1>Groq</h1>
            <p>Zero data retention can be switched on by every customer. It covers all endpoints.</p>
            <p>We sign a data processing addendum.</p>
            <table><tr><th>Company</th><th>Seat</th></tr>
            <tr><td>Groq</td><td>Mountain View</td></tr><tr><td>Other</td><td>Mountain View</td></tr></table>
            </body></html>
            """;
    private static final Texts TEXTS = new Texts(Locale.ENGLISH).screen("maintenance");

    @TempDir
    private Path folder;

    private final List<Exception> failures = new ArrayList<>();
    private final MovingClock clock = new MovingClock();
    private RegisterStore store;
    private PagesViewModel model;
    private EditViewModel edits;
    private int changes;
    private String failing = "";
    private final Map<String, String> byAddress = new HashMap<>();

    private static final class MovingClock extends Clock {
        private LocalDate day = DAY;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.parse(day + "T10:00:00Z");
        }
    }

    @BeforeEach
    void open() {
        store = RegisterStore.open(folder.resolve("register").toString(), clock);
        MaintenanceContext keeper =
                new MaintenanceContext(store, clock, "officer", new AtOnce(failures::add), () -> changes++);
        model = new PagesViewModel(keeper, TEXTS, this::fetched);
        edits = new EditViewModel(keeper);
        model.refresh();
    }

    @AfterEach
    void close() {
        store.close();
        assertThat(failures).isEmpty();
    }

    private FetchedPage fetched(String address) {
        if (address.equals(failing)) {
            throw new ProblemException("no answer", address, "try later");
        }
        return new FetchedPage(
                byAddress.getOrDefault(address, PAGE).getBytes(StandardCharsets.UTF_8),
                List.of(URI.create(address)),
                "page.html",
                Optional.empty());
    }

    private Path page(String text) throws IOException {
        return Files.writeString(folder.resolve("page.html"), text);
    }

    private SourceReview source() {
        return model.stateProperty().get().review(0).orElseThrow();
    }

    private QuotedFact fact(RegisterKey part) {
        return source().facts().stream()
                .filter(f -> f.part().equals(part))
                .findFirst()
                .orElseThrow();
    }

    private Capture take(String text) throws IOException {
        List<Capture> taken = new ArrayList<>();
        model.take(source().source(), page(text), taken::add, failures::add);
        return taken.getFirst();
    }

    private OpenPage opened(Capture capture) {
        List<OpenPage> opened = new ArrayList<>();
        model.open(capture, opened::add);
        return opened.getFirst();
    }

    private Capture quoted() throws IOException {
        Capture capture = take(PAGE);
        OpenPage page = opened(capture);
        model.quote(
                capture,
                Map.of(
                        ZDR,
                                page.finder()
                                        .find(
                                                "Zero data retention can be switched on by every customer.",
                                                Optional.empty()),
                        DPA, page.finder().find("We sign a data processing addendum.", Optional.empty())),
                done -> {},
                failures::add);
        return capture;
    }

    @Test
    void aPageIsTakenInQuotedAndReadAgainByTwoActions() throws IOException {
        assertThat(source().newest()).isEmpty();
        Capture capture = quoted();
        assertThat(source().newest()).contains(capture);
        assertThat(source().quoted()).isEqualTo(2);
        assertThat(source().with(Standing.SAME)).extracting(QuotedFact::part).containsExactlyInAnyOrder(ZDR, DPA);

        clock.day = LATER;
        Capture newer = take(PAGE.replace("every customer", "enterprise customers"));
        assertThat(source().toBeDecided()).extracting(QuotedFact::part).containsExactly(ZDR);
        assertThat(source().confirmable()).extracting(QuotedFact::part).containsExactly(DPA);
        int before = store.changes().size();
        List<PagesViewModel.Done> done = new ArrayList<>();
        model.confirm(List.of(source()), done::addAll);
        assertThat(done).singleElement().satisfies(d -> assertThat(d.facts()).isEqualTo(1));
        assertThat(store.changes()).hasSize(before + 1).last().satisfies(c -> {
            assertThat(c.who()).isEqualTo("officer");
            assertThat(c.why()).contains(newer.sha256());
        });
        assertThat(fact(DPA).citation().read()).isEqualTo(LATER);
        assertThat(source().confirmable()).isEmpty();

        model.undo(done);
        assertThat(fact(DPA).citation().read()).isEqualTo(DAY);
        assertThat(source().confirmable()).hasSize(1);
        assertThat(changes).isPositive();
    }

    @Test
    void whatStandsInSeveralSourcesIsConfirmedTogetherAndTakenBackTogether() throws IOException {
        quoted();
        clock.day = LATER;
        take(PAGE + "<p>More.</p>");
        int before = store.changes().size();
        List<PagesViewModel.Done> done = new ArrayList<>();
        model.confirm(model.stateProperty().get().reviews(), done::addAll);
        assertThat(store.changes()).hasSize(before + 1);
        assertThat(done).hasSize(1);
        model.undo(done);
        assertThat(fact(ZDR).citation().read()).isEqualTo(DAY);
    }

    @Test
    void pastedAndFetchedPagesComeInTheSameWay() {
        List<Capture> taken = new ArrayList<>();
        model.paste(source().source(), "We sign a data processing addendum.", taken::add, failures::add);
        SourceReview other = model.stateProperty().get().reviews().stream()
                .filter(r -> !r.source().url().isEmpty() && r.source().number() != 0)
                .findFirst()
                .orElseThrow();
        model.fetch(List.of(other.source()), fetched -> {
            assertThat(fetched.refused()).isEmpty();
            taken.addAll(fetched.taken());
        });
        assertThat(taken).extracting(Capture::how).containsExactly(Capture.How.PASTED, Capture.How.FETCHED);
        assertThat(taken.getLast().address()).isEqualTo(other.source().url());
        assertThat(model.stateProperty().get().inHand()).isEqualTo(2);
    }

    /** One address that gives nothing that can be read does not keep the others out. */
    @Test
    void severalPagesAreFetchedInOneAction() {
        List<Source> all = model.stateProperty().get().reviews().stream()
                .map(SourceReview::source)
                .filter(s -> !s.url().isEmpty())
                .limit(3)
                .toList();
        failing = all.get(1).url();
        List<PagesViewModel.Fetched> came = new ArrayList<>();
        model.fetch(all, came::add);
        assertThat(came.getFirst().taken())
                .extracting(Capture::source)
                .containsExactly(all.getFirst().number(), all.getLast().number());
        assertThat(came.getFirst().refused()).containsOnlyKeys(all.get(1).number());
        assertThat(model.said(came.getFirst())).contains("[" + all.get(1).number() + "] ");
        assertThat(model.stateProperty().get().inHand()).isEqualTo(2);
    }

    @Test
    void whatCannotBeReadIsRefusedInPlaceAndLeavesEverythingAsItWas() throws IOException {
        List<Exception> refused = new ArrayList<>();
        Path broken = Files.writeString(folder.resolve("page.pdf"), "%PDF-1.7 nothing");
        int before = store.changes().size();
        model.take(source().source(), broken, c -> {}, refused::add);
        assertThat(refused).singleElement().isInstanceOf(ProblemException.class);
        assertThat(store.changes()).hasSize(before);
        assertThat(source().newest()).isEmpty();
    }

    @Test
    void aWithdrawnPageCountsNoMore() throws IOException {
        Capture capture = quoted();
        model.withdraw(capture, "the wrong page", () -> {}, failures::add);
        assertThat(source().newest()).isEmpty();
        assertThat(source().quoted()).isZero();
        assertThat(fact(ZDR).standing()).isEqualTo(Standing.WITHDRAWN);
        assertThat(store.changes().getLast().why()).isEqualTo("the wrong page");
    }

    @Test
    void chosenLinesOrAPartOfThemAreQuoted() throws IOException {
        OpenPage page = opened(take(PAGE));
        List<OpenPage.Line> rows = page.lines().stream()
                .filter(l -> page.words(l).contains("Mountain View"))
                .toList();
        assertThat(rows).hasSize(2);
        assertThat(page.words(rows.getFirst())).isEqualTo("Groq | Mountain View");
        assertThat(page.chosen(List.of(rows.getFirst()), "").exact()).isEqualTo("Groq Mountain View");
        // a part that stands twice carries its row by itself
        assertThat(page.chosen(List.of(rows.getLast()), "Mountain View").row()).isPresent();
        assertThat(page.chosen(List.of(rows.getLast()), "Mountain View").first())
                .isEqualTo(rows.getLast().first() + 1);
        OpenPage.Line sentence = page.lines().stream()
                .filter(l -> page.words(l).startsWith("It covers"))
                .findFirst()
                .orElseThrow();
        assertThat(page.chosen(List.of(sentence), "all endpoints").exact()).isEqualTo("all endpoints");
    }

    @Test
    void theWordsOfFactsAreMarkedWhereTheyStandInThatPage() throws IOException {
        Capture first = quoted();
        clock.day = LATER;
        Capture second = take(PAGE.replace("every customer", "enterprise customers"));
        OpenPage old = opened(first);
        assertThat(old.places()).containsOnlyKeys(ZDR, DPA);
        OpenPage now = opened(second);
        assertThat(now.places()).containsOnlyKeys(DPA);
        OpenPage.Line line =
                now.lines().get(now.line(now.place(fact(DPA)).orElseThrow()).orElseThrow());
        assertThat(now.words(line)).isEqualTo("We sign a data processing addendum.");
        assertThat(now.quoted(line)).extracting(QuotedFact::part).containsExactly(DPA);
        List<domicile.page.PageComparison> compared = new ArrayList<>();
        model.compare(first, second, compared::add);
        assertThat(compared.getFirst().changes()).hasSize(1);
    }

    @Test
    void everyFactWithoutWordsIsOfferedPassages() throws IOException {
        Capture capture = take(PAGE);
        List<Suggestion> all = new ArrayList<>();
        model.suggest(capture, all::addAll);
        assertThat(all).hasSize(source().facts().size());
        Suggestion zdr =
                all.stream().filter(s -> s.part().equals(ZDR)).findFirst().orElseThrow();
        assertThat(zdr.units()).isNotEmpty();
        model.quote(capture, Map.of(ZDR, zdr.units().getFirst()), d -> {}, failures::add);
        all.clear();
        model.suggest(capture, all::addAll);
        assertThat(all).extracting(Suggestion::part).doesNotContain(ZDR);
    }

    @Test
    void whatAPageNoLongerSaysIsWeighedBeforeItGoes() throws IOException {
        Register register = store.asOf(DAY);
        Workload health = WorkloadFile.read(Path.of("data/examples/us-health.json"), register)
                .withCandidates(List.of("groq"));
        store.assessments()
                .save(
                        UUID.randomUUID(),
                        "Claims triage",
                        DossierJson.write(
                                Dossier.of(WorkloadOf.workload(Questionnaire.shipped(), health, "not asked"), "2")));
        quoted();
        model.refresh();
        assertThat(model.leaningProperty().get().get(0)).isEqualTo(1);
        clock.day = LATER;
        Capture newer = take("<p>Nothing of that any more.</p>");
        assertThat(fact(ZDR).standing()).isEqualTo(Standing.GONE);
        int before = store.changes().size();
        List<List<Impact>> weighed = new ArrayList<>();
        model.weigh(newer, List.of(fact(ZDR), fact(DPA)), weighed::add, failures::add);
        assertThat(weighed).hasSize(1);
        assertThat(store.changes()).hasSize(before);
        boolean alone = fact(ZDR).fact().citations().size() == 1;
        List<Optional<PagesViewModel.Done>> done = new ArrayList<>();
        QuotedFact shown = fact(ZDR);
        store.confirm(List.of(ZDR), LATER, "another", "read it too");
        model.noLongerPublished(newer, List.of(shown), done::add, failures::add);
        assertThat(failures).singleElement().asString().contains("somebody else has changed");
        failures.clear();
        store.undo(store.lastChange().number(), "another", "not yet");
        model.noLongerPublished(newer, List.of(shown), done::add, failures::add);
        assertThat(source().facts()).extracting(QuotedFact::part).doesNotContain(ZDR);
        assertThat(store.asOf(LATER).offering("groq").orElseThrow().facts().stream()
                        .anyMatch(f -> f.id().equals("zdr")))
                .isEqualTo(!alone);
        model.undo(List.of(done.getFirst().orElseThrow()));
        assertThat(source().facts()).extracting(QuotedFact::part).contains(ZDR);
    }

    /** The words come along into the form, stay with an edit, and a second value stands beside the first. */
    @Test
    void aFormBeginsWithTheWordsAndKeepsThem() throws IOException {
        Capture capture = quoted();
        List<EditViewModel.Opened> opened = new ArrayList<>();
        edits.change(ZDR, opened::add);
        Citation cited = opened.getFirst().draft().citations().stream()
                .filter(c -> c.source() == 0)
                .findFirst()
                .orElseThrow();
        assertThat(cited.quote().orElseThrow().exact()).startsWith("Zero data retention");
        Draft before = opened.getFirst().draft();
        Draft after = new Draft(
                before.shape(),
                before.offering(),
                before.part(),
                Map.of("zdr", "DEFAULT", "text", "By every customer."),
                before.cited(),
                DAY,
                "Read closely");
        edits.save(before, after, () -> {}, failures::add);
        assertThat(factNow(ZDR).citations())
                .anySatisfy(c -> assertThat(c.quoted()).isTrue());

        clock.day = LATER;
        Capture newer = take(PAGE.replace("every customer", "enterprise customers"));
        OpenPage page = opened(newer);
        Citation now = new Citation(
                0,
                LATER,
                Optional.of(domicile.source.Pages.quote(
                        newer, page.finder().find("It covers all endpoints.", Optional.empty()))));
        opened.clear();
        edits.conflict(ZDR, now, "Read again", opened::add);
        Draft second = opened.getFirst().first();
        assertThat(second.part()).isEmpty();
        assertThat(second.why()).isEqualTo("Read again");
        assertThat(second.field("text")).isEqualTo("It covers all endpoints.");
        Map<String, String> other = new HashMap<>(second.fields());
        other.put("zdr", "NOT_OFFERED");
        edits.save(
                opened.getFirst().draft(),
                new Draft(second.shape(), second.offering(), second.part(), other, second.cited(), LATER, second.why()),
                () -> {},
                failures::add);
        assertThat(store.asOf(LATER).offering("groq").orElseThrow().conflicts()).isNotEmpty();
        assertThat(capture.sha256()).isNotEqualTo(newer.sha256());
    }

    /** Twenty-four sources of which twenty are unchanged: two actions for all of them, and one a change. */
    @Test
    void allSourcesAreReadAgainByTwoActionsAndOneAChange() {
        List<SourceReview> cited = model.stateProperty().get().reviews().stream()
                .filter(r -> !r.source().url().isEmpty() && !r.facts().isEmpty())
                .toList();
        List<Source> sources = cited.stream().map(SourceReview::source).toList();
        assertThat(sources).hasSizeGreaterThanOrEqualTo(20);
        cited.forEach(r -> byAddress.put(r.source().url(), sentences(r)));
        model.fetch(sources, f -> assertThat(f.refused()).isEmpty());
        for (Source source : sources) {
            SourceReview now =
                    model.stateProperty().get().review(source.number()).orElseThrow();
            Capture capture = now.newest().orElseThrow();
            Map<RegisterKey, QuoteFinder.Found> found = new HashMap<>();
            now.facts()
                    .forEach(f -> found.put(
                            f.part(),
                            opened(capture)
                                    .finder()
                                    .find("About " + f.part().text() + " this is said.", Optional.empty())));
            model.quote(capture, found, done -> {}, failures::add);
        }

        clock.day = LATER;
        for (Source source : sources.subList(0, 4)) {
            byAddress.computeIfPresent(
                    source.url(), (address, page) -> page.replaceFirst("this is said", "that was said"));
        }
        int before = store.changes().size();
        model.fetch(sources, f -> assertThat(f.refused()).isEmpty());
        List<PagesViewModel.Done> done = new ArrayList<>();
        model.confirm(model.stateProperty().get().reviews(), done::addAll);
        long facts = cited.stream().mapToLong(r -> r.facts().size()).sum();
        assertThat(done.stream().mapToLong(PagesViewModel.Done::facts).sum()).isEqualTo(facts - 4);
        assertThat(model.stateProperty().get().decisions()).isEqualTo(4);
        for (Source source : sources.subList(0, 4)) {
            SourceReview now =
                    model.stateProperty().get().review(source.number()).orElseThrow();
            QuotedFact changed = now.toBeDecided().getFirst();
            Capture capture = now.newest().orElseThrow();
            model.quote(
                    capture,
                    Map.of(
                            changed.part(),
                            opened(capture)
                                    .finder()
                                    .find(changed.result().orElseThrow().now().orElseThrow(), Optional.empty())),
                    d -> {},
                    failures::add);
        }
        assertThat(model.stateProperty().get().decisions()).isZero();
        // a page a source, what stands of it a source, and the four
        assertThat(store.changes().size() - before).isLessThanOrEqualTo(2 * sources.size() + 4);
        assertThat(store.check()).isEmpty();
    }

    private static String sentences(SourceReview review) {
        return review.facts().stream()
                .map(f -> "<p>About " + f.part().text() + " this is said.</p>")
                .collect(Collectors.joining("\n"));
    }

    /** In the history the words stand as words, and not as they are stored. */
    @Test
    void theHistoryOfAFactSaysItsWords() throws IOException {
        quoted();
        domicile.register.Version last = store.history(ZDR).getLast();
        assertThat(last.fields())
                .extracting(domicile.register.FieldChange::field)
                .contains("quote");
        assertThat(domicile.desktop.kit.QuoteLink.said(last.json(), TEXTS).orElseThrow())
                .isEqualTo("[0] “Zero data retention can be switched on by every customer.”");
        assertThat(domicile.desktop.kit.QuoteLink.said(last.before(), TEXTS)).isEmpty();
    }

    private Fact<?> factNow(RegisterKey part) {
        return store.asOf(LATER).offering(part.offering()).orElseThrow().facts().stream()
                .filter(f -> f.id().equals(part.key()))
                .findFirst()
                .orElseThrow();
    }
}
