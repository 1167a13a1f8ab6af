package domicile.desktop.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.desktop.kit.AtOnce;
import domicile.desktop.kit.PageRequests;
import domicile.register.Attribution;
import domicile.register.Edit;
import domicile.register.Pack;
import domicile.register.RegisterKey;
import domicile.register.RegisterStore;
import domicile.residency.AppliesTo;
import domicile.residency.Attestation;
import domicile.residency.Citation;
import domicile.residency.Fact;
import domicile.residency.FactKind;
import domicile.residency.FactKinds;
import domicile.residency.Model;
import domicile.residency.Offering;
import domicile.residency.Placement;
import domicile.residency.PublishedDate;
import domicile.residency.Register;
import domicile.residency.Retention;
import domicile.residency.Selection;
import domicile.residency.Source;
import domicile.residency.TrustPortal;
import domicile.residency.ZeroRetention;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Adding and changing by hand, without a window, on a real register. */
class EditViewModelTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final LocalDate SEED = LocalDate.of(2026, 6, 1);

    @TempDir
    private Path folder;

    private final List<Exception> failures = new ArrayList<>();
    private RegisterStore store;
    private EditViewModel model;

    @BeforeEach
    void open() {
        store = RegisterStore.open(folder.resolve("register").toString(), CLOCK);
        model = new EditViewModel(new MaintenanceContext(store, CLOCK, "officer", new AtOnce(failures::add), () -> {}));
    }

    @AfterEach
    void close() {
        assertThat(store.check()).isEmpty();
        store.close();
        assertThat(failures).isEmpty();
    }

    private static Draft.Cited cited(int source, LocalDate read) {
        return new Draft.Cited(Optional.of(source), Optional.of(read));
    }

    private static Draft written(Draft draft, Map<String, String> fields, List<Draft.Cited> cited, String why) {
        Map<String, String> all = new LinkedHashMap<>(draft.fields());
        all.putAll(fields);
        return new Draft(draft.shape(), draft.offering(), draft.part(), all, cited, draft.validFrom(), why);
    }

    private EditViewModel.Opened opened(RegisterKey part) {
        List<EditViewModel.Opened> opened = new ArrayList<>();
        model.change(part, opened::add);
        return opened.getFirst();
    }

    private EditViewModel.Opened fresh(EditableKind shape, String offering) {
        List<EditViewModel.Opened> opened = new ArrayList<>();
        model.add(shape, offering, opened::add);
        return opened.getFirst();
    }

    private static Set<String> wrong(EditViewModel.Opened opened, Draft draft) {
        return DraftCheck.of(opened.draft(), draft, opened.register(), TODAY).keySet();
    }

    private void save(EditViewModel.Opened opened, Draft draft) {
        assertThat(wrong(opened, draft)).isEmpty();
        List<String> saved = new ArrayList<>();
        model.save(opened.with(), opened.draft(), draft, () -> saved.add("saved"), failures::add);
        assertThat(failures).isEmpty();
        assertThat(saved).hasSize(1);
    }

    private Fact<?> fact(String offering, String id) {
        return store.asOf(TODAY).offering(offering).orElseThrow().facts().stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoeverSavesSecondSeesBothAndDecides() {
        RegisterKey part = RegisterKey.fact("groq", "attestation/BAA");
        EditViewModel.Opened first = opened(part);
        EditViewModel.Opened second = opened(part);
        save(
                first,
                written(
                        first.draft(),
                        Map.of("status", "NOT_HELD", "text", "No BAA."),
                        List.of(cited(19, TODAY)),
                        "one"));
        Draft other = written(
                second.draft(),
                Map.of("status", "SCOPED", "text", "A BAA for some."),
                List.of(cited(19, TODAY)),
                "another");
        model.save(second.draft(), other, () -> {}, failures::add);
        assertThat(failures).singleElement().asString().contains("status \"NOT_HELD\" → \"SCOPED\"");
        failures.clear();
        assertThat(store.changes().getLast().why()).isEqualTo("one");
        List<Long> seen = new ArrayList<>();
        model.seen(seen::add);
        save(new EditViewModel.Opened(second.draft().seen(seen.getFirst()), second.register(), second.first()), other);
        assertThat(store.changes().getLast().why()).isEqualTo("another");
    }

    /** The source comes with the fact, once; without the fact it does not. */
    @Test
    void aFactIsBegunFromASourceThatTheRegisterHasNotGotYet() {
        PageRequests.Begun begun = new PageRequests.Begun(
                "groq",
                Attestation.FACT_KIND,
                new Source(
                        0, Source.Kind.PROVIDER, "Groq", "HECVAT, answered by the vendor: h.xlsx", "", "its answers"),
                TODAY,
                "We sign one.",
                "Answered by the vendor: HIPA-28 in h.xlsx, B3");
        int before = store.asOf(TODAY).sources().size();
        EditViewModel.Opened opened = begun(begun);
        int number = opened.with().orElseThrow().number();
        assertThat(store.asOf(TODAY).sources()).hasSize(before);
        assertThat(opened.first().citations()).containsExactly(new Citation(number, TODAY));
        assertThat(opened.first().field("text")).isEqualTo("We sign one.");
        assertThat(opened.first().why()).isEqualTo(begun.because());

        save(opened, attested(opened, "first"));

        assertThat(store.asOf(TODAY).offering("groq").orElseThrow().facts())
                .filteredOn(f -> f.text().equals("We sign one."))
                .singleElement()
                .satisfies(f -> assertThat(f.citations()).containsExactly(new Citation(number, TODAY)));
        assertThat(store.asOf(TODAY).sources()).hasSize(before + 1);
        assertThat(store.asOf(TODAY).source(number))
                .map(Source::title)
                .contains(begun.source().title());

        // the next one of the same workbook cites the same source
        EditViewModel.Opened again = begun(begun);
        assertThat(again.with()).isEmpty();
        assertThat(again.first().citations()).containsExactly(new Citation(number, TODAY));
        save(again, attested(again, "second"));
        assertThat(store.asOf(TODAY).sources()).hasSize(before + 1);
    }

    private static Draft attested(EditViewModel.Opened opened, String variant) {
        Draft first = opened.first();
        Map<String, String> fields = new LinkedHashMap<>(first.fields());
        fields.putAll(Map.of("kind", "BAA", "status", "HELD", "variant", variant));
        return new Draft(
                EditableKind.of(Attestation.FACT_KIND),
                first.offering(),
                first.part(),
                fields,
                first.cited(),
                first.validFrom(),
                first.why());
    }

    private EditViewModel.Opened begun(PageRequests.Begun begun) {
        List<EditViewModel.Opened> opened = new ArrayList<>();
        model.begin(begun, opened::add);
        return opened.getFirst();
    }

    /** Each shipped fact, written into the form of an empty offering, comes out as it is. */
    @Test
    void everyShippedFactCanBeAddedByItsForm() {
        Pack shipped = Pack.shipped();
        EditViewModel.Opened lane = fresh(EditableKind.OFFERING, "");
        save(
                lane,
                written(
                        lane.draft(),
                        Map.of("id", "groq-two", "name", "Groq II", "provider", "groq", "operator", "groq"),
                        List.of(cited(19, TODAY)),
                        "a second lane"));
        Register register = store.asOf(TODAY);
        List<Fact<?>> wanted = new ArrayList<>();
        List<Edit> edits = new ArrayList<>();
        Draft.Cited page = cited(19, TODAY);
        for (Offering offering : shipped.offerings()) {
            for (Fact<?> fact : offering.facts()) {
                Draft stands = Draft.of(
                        RegisterKey.fact(offering.id(), fact.id()),
                        store.find(RegisterKey.fact(offering.id(), fact.id()), TODAY)
                                .orElseThrow(),
                        TODAY,
                        store.kinds());
                Draft draft = new Draft(
                        stands.shape(), "groq-two", Optional.empty(), stands.fields(), List.of(page), TODAY, "added");
                boolean deployments = stands.fields().containsKey("deployments");
                if (!deployments && wanted.stream().noneMatch(f -> f.id().equals(fact.id()))) {
                    Draft before = Draft.fresh(stands.shape(), "groq-two", Map.of(), TODAY);
                    assertThat(DraftCheck.of(before, draft, register, TODAY))
                            .as(offering.id() + " " + fact.id())
                            .isEmpty();
                    wanted.add(new Fact<>(fact.value(), fact.text(), fact.variant(), List.of(new Citation(19, TODAY))));
                    edits.add(draft.edit());
                }
            }
        }
        assertThat(wanted).hasSizeGreaterThan(60);
        assertThat(wanted.stream().map(f -> f.value().factKind().id()).distinct())
                .hasSameElementsAs(
                        FactKinds.SHIPPED.all().stream().map(FactKind::id).toList());
        store.edit(edits, new Attribution(TODAY, "officer", "added", Optional.of(new Citation(19, TODAY))));
        assertThat(store.asOf(TODAY).offering("groq-two").orElseThrow().facts()).isEqualTo(wanted);
    }

    /** Its models have no form; a change of its name must not lose them. */
    @Test
    void anOfferingKeepsItsProductsAndModelsWhenItIsChanged() {
        RegisterKey direct = RegisterKey.offering("anthropic-direct");
        EditViewModel.Opened opened = new EditViewModel.Opened(
                Draft.of(direct, store.find(direct, TODAY).orElseThrow(), TODAY, store.kinds()), store.asOf(TODAY));
        assertThat(opened.draft().field("products")).contains("Claude API; Anthropic API");
        Offering before = store.asOf(TODAY).offering("anthropic-direct").orElseThrow();
        save(
                opened,
                written(
                        opened.draft(),
                        Map.of("name", "Anthropic", "products", "Claude API; Claude, the \"API\""),
                        List.of(cited(3, TODAY)),
                        "renamed"));
        Offering after = store.asOf(TODAY).offering("anthropic-direct").orElseThrow();
        assertThat(after.name()).isEqualTo("Anthropic");
        assertThat(after.products()).containsExactly("Claude API", "Claude, the \"API\"");
        assertThat(after.models()).isNotEmpty().isEqualTo(before.models());
    }

    @Test
    void nothingIsSavedWithoutAPageItsDayAndAReason() {
        EditViewModel.Opened opened = fresh(EditableKind.of(Attestation.FACT_KIND), "groq");
        assertThat(opened.draft().fields()).containsEntry("holder", "groq");
        Map<String, String> fields = Map.of("kind", "ISO_42001", "status", "HELD");
        assertThat(wrong(opened, opened.draft())).containsExactlyInAnyOrder("kind", "status", "citation-0", "why");
        assertThat(wrong(opened, written(opened.draft(), fields, List.of(), "because")))
                .containsExactly("citations");
        assertThat(wrong(opened, written(opened.draft(), fields, List.of(cited(19, TODAY.plusDays(1))), "because")))
                .containsExactly("citation-0");
        assertThat(wrong(
                        opened,
                        written(
                                opened.draft(),
                                fields,
                                List.of(new Draft.Cited(Optional.of(19), Optional.empty())),
                                "because")))
                .containsExactly("citation-0");
        Draft sound = written(opened.draft(), fields, List.of(cited(19, TODAY), cited(0, SEED)), "because");
        save(opened, sound);
        Fact<?> added = fact("groq", "attestation/ISO_42001");
        assertThat(added.citations()).containsExactly(new Citation(0, SEED), new Citation(19, TODAY));
        assertThat(store.changes().getLast().who()).isEqualTo("officer");
        assertThat(store.changes().getLast().why()).isEqualTo("because");
        assertThat(store.changes().getLast().cited()).contains(new Citation(19, TODAY));
        // the same once more does not take its place
        model.save(opened.draft(), sound, () -> {}, failures::add);
        assertThat(failures).singleElement().asString().contains("already");
        failures.clear();
        // undone as a new version
        store.undo(store.changes().getLast().number(), "officer", "no");
        assertThat(store.history("groq").getLast().json()).isEmpty();
    }

    @Test
    void eachFieldIsCheckedByWhatItIs() {
        EditViewModel.Opened place = fresh(EditableKind.of(Placement.FACT_KIND), "groq");
        assertThat(wrong(
                        place,
                        written(
                                place.draft(),
                                Map.of(
                                        "layer",
                                        "STORAGE",
                                        "id",
                                        "The US",
                                        "name",
                                        "<b>US</b>",
                                        "selection",
                                        "DEFAULT",
                                        "places",
                                        "US, Atlantis",
                                        "deployments",
                                        "us, moon"),
                                List.of(cited(19, TODAY)),
                                "because")))
                .containsExactlyInAnyOrder("id", "name", "places", "deployments");
        EditViewModel.Opened kept = fresh(EditableKind.of(Retention.FACT_KIND), "groq");
        assertThat(wrong(
                        kept,
                        written(
                                kept.draft(),
                                Map.of("days", "seven", "what", "logs", "from", "2026-13"),
                                List.of(cited(19, TODAY)),
                                "because")))
                .containsExactlyInAnyOrder("days", "from");
        EditViewModel.Opened portal = fresh(EditableKind.of(TrustPortal.FACT_KIND), "groq");
        assertThat(wrong(
                        portal,
                        written(portal.draft(), Map.of("url", "trust.groq.com"), List.of(cited(19, TODAY)), "because")))
                .containsExactly("url");
    }

    @Test
    void theOtherPagesStayAndAPageThatSaidOtherwiseIsReadAgainOrGoes() {
        RegisterKey dammam = RegisterKey.fact("groq", "placement/INFERENCE/dammam");
        EditViewModel.Opened opened = opened(dammam);
        List<Draft.Cited> all = opened.draft().cited();
        assertThat(all).hasSize(4);
        // nothing was read
        assertThat(wrong(opened, written(opened.draft(), Map.of(), all, "because")))
                .containsExactly("citations");
        List<Draft.Cited> oneAgain = all.stream()
                .map(c -> c.source().equals(Optional.of(21)) ? cited(21, TODAY) : c)
                .toList();
        save(opened, written(opened.draft(), Map.of(), oneAgain, "read one again"));
        assertThat(fact("groq", dammam.key()).citations())
                .containsExactly(
                        new Citation(0, SEED), new Citation(20, SEED), new Citation(21, TODAY), new Citation(22, SEED));
        // another value: what was read before it changed is no citation for it
        EditViewModel.Opened again = opened(dammam);
        Map<String, String> named = Map.of("name", "Dammam II");
        assertThat(wrong(again, written(again.draft(), named, again.draft().cited(), "because")))
                .containsExactly("citation-0", "citation-1", "citation-3");
        save(again, written(again.draft(), named, List.of(cited(21, TODAY)), "renamed"));
        assertThat(fact("groq", dammam.key()).citations()).containsExactly(new Citation(21, TODAY));
        // another page does not say what the pages before it said in words
        EditViewModel.Opened last = opened(dammam);
        assertThat(wrong(last, written(last.draft(), Map.of(), List.of(cited(19, TODAY)), "because")))
                .containsExactly("text");
    }

    /**
     * What a narrower fact speaks for is part of what it is about: it is given once, and stays while the fact changes.
     */
    @Test
    void aFactMaySpeakForModelsAndServicesAlone() {
        EditViewModel.Opened opened = fresh(EditableKind.of(ZeroRetention.FACT_KIND), "groq");
        Map<String, String> fields = Map.of("zdr", "ADDENDUM", "models", "llama-4, qwen-3", "services", "batch");
        save(opened, written(opened.draft(), fields, List.of(cited(19, TODAY)), "for two models alone"));
        AppliesTo two = new AppliesTo(List.of("llama-4", "qwen-3"), List.of("batch"));
        Fact<?> narrow = fact("groq", "zdr@llama-4,qwen-3,+batch");
        assertThat(narrow.value()).isEqualTo(new ZeroRetention(ZeroRetention.Zdr.ADDENDUM, two));
        EditViewModel.Opened again = opened(RegisterKey.fact("groq", narrow.id()));
        assertThat(again.draft().fields()).containsEntry("models", "llama-4, qwen-3");
        save(
                again,
                written(again.draft(), Map.of("zdr", "DEFAULT"), List.of(cited(19, TODAY)), "it is the default now"));
        assertThat(fact("groq", narrow.id()).value()).isEqualTo(new ZeroRetention(ZeroRetention.Zdr.DEFAULT, two));
        assertThat(wrong(
                        opened,
                        written(opened.draft(), Map.of("zdr", "DEFAULT", "models", "LLaMA 4"), List.of(), "because")))
                .contains("models");
    }

    @Test
    void aPlacementsDateAndWhatABaaLeavesOutAreWritten() {
        EditViewModel.Opened place = fresh(EditableKind.of(Placement.FACT_KIND), "groq");
        save(
                place,
                written(
                        place.draft(),
                        Map.of(
                                "layer", "INFERENCE",
                                "id", "oslo",
                                "name", "Oslo",
                                "selection", "UNSTATED",
                                "places", "NO",
                                "since", "2026-10"),
                        List.of(cited(19, TODAY)),
                        "announced"));
        assertThat(fact("groq", "placement/INFERENCE/oslo").value()).isInstanceOfSatisfying(Placement.class, p -> {
            assertThat(p.selection()).isEqualTo(Selection.UNSTATED);
            assertThat(p.since()).contains(new PublishedDate("2026-10"));
        });
        EditViewModel.Opened baa = opened(RegisterKey.fact("groq", "attestation/BAA"));
        save(
                baa,
                written(
                        baa.draft(),
                        Map.of("status", "HELD", "someServicesOutOfScope", "true", "text", ""),
                        List.of(cited(19, TODAY)),
                        "read"));
        assertThat(fact("groq", "attestation/BAA").value())
                .isInstanceOfSatisfying(
                        Attestation.class,
                        a -> assertThat(a.someServicesOutOfScope()).isTrue());
    }

    @Test
    void anOfferingsNamesInContractsAndItsModelsAreChanged() {
        EditViewModel.Opened opened = opened(RegisterKey.offering("groq"));
        Map<String, String> fields = Map.of(
                "products",
                "Groq \"Cloud\"; GroqCloud API",
                "models",
                "llama-4, llama, 2027-01\n\nqwen-3 qwen [20] 2026-06-01 [19] 2026-06-02\n");
        save(opened, written(opened.draft(), fields, List.of(cited(19, TODAY)), "named"));
        Offering groq = store.asOf(TODAY).offering("groq").orElseThrow();
        assertThat(groq.products()).containsExactly("Groq \"Cloud\"", "GroqCloud API");
        assertThat(groq.models())
                .containsExactly(
                        new Model(
                                "llama-4",
                                "llama",
                                Optional.of(new PublishedDate("2027-01")),
                                List.of(new Citation(19, TODAY))),
                        new Model(
                                "qwen-3",
                                "qwen",
                                Optional.empty(),
                                List.of(
                                        new Citation(19, LocalDate.parse("2026-06-02")),
                                        new Citation(20, LocalDate.parse("2026-06-01")))));
        EditViewModel.Opened again = opened(RegisterKey.offering("groq"));
        assertThat(again.draft().field("models"))
                .isEqualTo("llama-4, llama, 2027-01, [19] 2026-11-24\nqwen-3, qwen, [19] 2026-06-02, [20] 2026-06-01");
        save(again, written(again.draft(), Map.of("name", "Groq Cloud"), List.of(cited(19, TODAY)), "renamed"));
        assertThat(store.asOf(TODAY).offering("groq").orElseThrow().models()).isEqualTo(groq.models());
        for (String bad : List.of(
                "llama-4",
                "llama-4, llama, soon",
                "LLaMA, llama",
                "llama-4, llama, [99] 2026-06-01",
                "llama-4, llama, [19] 2026-13-01",
                "llama-4, llama, [19] 2027-06-01")) {
            assertThat(wrong(
                            again, written(again.draft(), Map.of("models", bad), List.of(cited(19, TODAY)), "because")))
                    .as(bad)
                    .containsExactly("models");
        }
    }

    @Test
    void aFactIsTakenOutWithThePageThatNoLongerSaysIt() {
        EditViewModel.Opened opened = opened(RegisterKey.fact("groq", "attestation/BAA"));
        Draft draft = written(opened.draft(), Map.of(), List.of(cited(19, TODAY)), "gone");
        assertThat(DraftCheck.ofRemoval(opened.draft(), opened.draft(), opened.register(), TODAY))
                .containsOnlyKeys("citations", "why");
        assertThat(DraftCheck.ofRemoval(opened.draft(), draft, opened.register(), TODAY))
                .isEmpty();
        model.remove(opened.draft(), draft, () -> {}, failures::add);
        assertThat(store.asOf(TODAY).offering("groq").orElseThrow().facts())
                .noneMatch(f -> f.id().equals("attestation/BAA"));
    }

    @Test
    void sourcesProvidersAndOfferingsAreAddedAndChanged() {
        EditViewModel.Opened page = fresh(EditableKind.SOURCE, "");
        assertThat(page.draft().fields()).containsEntry("number", "25");
        save(
                page,
                written(
                        page.draft(),
                        Map.of(
                                "kind",
                                "PROVIDER",
                                "publisher",
                                "Acme",
                                "title",
                                "Trust center",
                                "states",
                                "What\nit says"),
                        List.of(cited(25, TODAY)),
                        "a new vendor"));
        assertThat(store.asOf(TODAY).source(25))
                .contains(new Source(25, Source.Kind.PROVIDER, "Acme", "Trust center", "", "What it says"));
        EditViewModel.Opened seller = fresh(EditableKind.PROVIDER, "");
        save(
                seller,
                written(
                        seller.draft(),
                        Map.of("id", "acme", "name", "Acme"),
                        List.of(cited(25, TODAY)),
                        "a new vendor"));
        EditViewModel.Opened lane = fresh(EditableKind.OFFERING, "");
        save(
                lane,
                written(
                        lane.draft(),
                        Map.of("id", "acme-direct", "name", "Acme API", "provider", "acme", "operator", "acme"),
                        List.of(cited(25, TODAY)),
                        "a new vendor"));
        EditViewModel.Opened again = opened(RegisterKey.offering("acme-direct"));
        save(again, written(again.draft(), Map.of("name", "Acme Cloud"), List.of(cited(25, TODAY)), "renamed"));
        assertThat(store.asOf(TODAY).offering("acme-direct").orElseThrow().name())
                .isEqualTo("Acme Cloud");
        EditViewModel.Opened moved = opened(RegisterKey.source(25));
        save(
                moved,
                written(
                        moved.draft(),
                        Map.of("url", "https://acme.example/trust"),
                        List.of(cited(25, TODAY)),
                        "it has an address now"));
        assertThat(store.history(RegisterKey.source(25))).hasSize(2);
        assertThat(store.history(RegisterKey.source(25)).getLast().fields())
                .extracting(f -> f.field())
                .containsExactly("url");
    }
}
