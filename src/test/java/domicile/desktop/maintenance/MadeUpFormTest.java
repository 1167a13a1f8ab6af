package domicile.desktop.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.Exit;
import domicile.desktop.kit.AtOnce;
import domicile.desktop.kit.Texts;
import domicile.register.RegisterKey;
import domicile.register.RegisterStore;
import domicile.register.Version;
import domicile.residency.AppliesTo;
import domicile.residency.Fact;
import domicile.residency.Place;
import domicile.residency.PublishedDate;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kind of fact that nobody wrote a form for is added, changed and seen in the history. */
class MadeUpFormTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Map<String, String> WRITTEN = Map.of(
            "topic", "embeddings",
            "notice", "90",
            "format", "OPEN",
            "leavesTo", "EU, CH",
            "tools", "S3, by hand; rclone",
            "seat", "CH",
            "since", "2025-07",
            "charged", "true",
            "services", "batch");

    @TempDir
    private Path folder;

    private final List<Exception> failures = new ArrayList<>();
    private RegisterStore store;
    private EditViewModel model;

    @BeforeEach
    void open() {
        store = RegisterStore.open(folder.resolve("register").toString(), CLOCK, Exit.KINDS);
        model = new EditViewModel(new MaintenanceContext(store, CLOCK, "officer", new AtOnce(failures::add), () -> {}));
    }

    @AfterEach
    void close() {
        assertThat(store.check()).isEmpty();
        store.close();
        assertThat(failures).isEmpty();
    }

    private EditViewModel.Opened fresh() {
        List<EditViewModel.Opened> opened = new ArrayList<>();
        EditableKind shape = model.kinds().all().stream()
                .map(EditableKind::of)
                .filter(s -> s.fact().equals(Optional.of(Exit.FACT_KIND)))
                .findFirst()
                .orElseThrow();
        model.add(shape, "groq", opened::add);
        return opened.getFirst();
    }

    private static Draft written(Draft draft, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(draft.fields());
        all.putAll(fields);
        return new Draft(
                draft.shape(),
                draft.offering(),
                draft.part(),
                all,
                List.of(new Draft.Cited(Optional.of(19), Optional.of(TODAY))),
                TODAY,
                "because");
    }

    private static Set<String> wrong(EditViewModel.Opened opened, Draft draft) {
        return DraftCheck.of(opened.draft(), draft, opened.register(), TODAY).keySet();
    }

    private Fact<Exit> fact() {
        return store.asOf(TODAY)
                .offering("groq")
                .orElseThrow()
                .facts(Exit.class)
                .getFirst();
    }

    @Test
    void itIsAddedAndChangedByItsForm() {
        EditViewModel.Opened opened = fresh();
        assertThat(opened.draft().shape().fields())
                .extracting(Field::name)
                .containsExactly(
                        "topic",
                        "notice",
                        "format",
                        "leavesTo",
                        "tools",
                        "helper",
                        "seat",
                        "since",
                        "charged",
                        "models",
                        "services",
                        "text",
                        "variant");
        assertThat(wrong(opened, written(opened.draft(), Map.of())))
                .containsExactlyInAnyOrder("topic", "notice", "format", "leavesTo");
        assertThat(wrong(
                        opened,
                        written(
                                opened.draft(),
                                Map.of(
                                        "topic", "Embeddings",
                                        "notice", "soon",
                                        "format", "OPEN",
                                        "leavesTo", "Atlantis",
                                        "seat", "EU",
                                        "since", "2025-13"))))
                .containsExactlyInAnyOrder("topic", "notice", "leavesTo", "seat", "since");
        Draft sound = written(opened.draft(), WRITTEN);
        assertThat(wrong(opened, sound)).isEmpty();
        model.save(opened.draft(), sound, () -> {}, failures::add);
        assertThat(fact().value())
                .isEqualTo(new Exit(
                        "embeddings",
                        90,
                        Exit.Format.OPEN,
                        List.of(new Place.Bloc("EU"), new Place.Country("CH")),
                        List.of("S3, by hand", "rclone"),
                        Optional.empty(),
                        "CH",
                        Optional.of(new PublishedDate("2025-07")),
                        true,
                        new AppliesTo(List.of(), List.of("batch"))));
        RegisterKey part = RegisterKey.fact("groq", fact().id());
        List<EditViewModel.Opened> again = new ArrayList<>();
        model.change(part, again::add);
        Draft before = again.getFirst().draft();
        assertThat(before.fields()).containsAllEntriesOf(WRITTEN);
        Draft after = written(before, Map.of("notice", "30", "format", "CLOSED"));
        assertThat(wrong(again.getFirst(), after)).isEmpty();
        model.save(before, after, () -> {}, failures::add);
        assertThat(fact().value().notice()).isEqualTo(30);
        history(part);
    }

    private void history(RegisterKey part) {
        Texts texts = new Texts(Locale.GERMAN, store.kinds()).screen("maintenance");
        assertThat(RegisterLabels.name(part, texts)).isEqualTo("Ausstieg: embeddings (batch)");
        assertThat(RegisterLabels.name(fact(), texts)).isEqualTo("Ausstieg: embeddings (batch)");
        Version last = store.history(part).getLast();
        assertThat(last.fields())
                .extracting(f -> texts.get("field." + f.field()) + ": "
                        + RegisterLabels.value(f.field(), f.after().orElseThrow(), texts))
                .contains("Vorlauf in Tagen: 30", "Format: ein eigenes");
    }
}
