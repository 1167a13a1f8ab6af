package domicile.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.desktop.kit.ByHand;
import domicile.desktop.kit.Screen;
import domicile.desktop.startup.StartupLoader;
import domicile.problem.ProblemException;
import domicile.register.Attribution;
import domicile.register.Edit;
import domicile.register.KnownHeads;
import domicile.register.RegisterKey;
import domicile.register.RegisterStore;
import domicile.residency.Citation;
import domicile.search.FacetIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The register behind the window: who is told what, and in what order. */
class RegisterSessionTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T10:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate TODAY = LocalDate.now(CLOCK);

    @TempDir
    private Path folder;

    private final List<Exception> told = new ArrayList<>();
    private final ByHand background = new ByHand(told::add);
    private final List<FacetIndex> shown = new ArrayList<>();
    private final List<Screen.Opened> opened = new ArrayList<>();
    private final RegisterSession session =
            new RegisterSession(background, CLOCK, Locale.ENGLISH, shown::add, opened::add);

    private RegisterStore store() {
        return RegisterStore.open(folder.resolve("register").toString(), CLOCK);
    }

    private static void rename(RegisterStore store) {
        store.edit(
                List.of(new Edit.Put(
                        RegisterKey.offering("groq"),
                        "{\"id\":\"groq\",\"name\":\"Groq Cloud\",\"provider\":\"groq\",\"operator\":\"groq\"}")),
                new Attribution(TODAY, "elsewhere", "renamed", Optional.of(new Citation(19, TODAY))));
    }

    @Test
    void whatIsSeenAlreadyIsNotShownOnceMoreAndWhoWaitedIsTold() {
        try (RegisterStore store = store()) {
            FacetIndex index = new FacetIndex(store.asOf(TODAY));
            List<Screen.Opened> waited = new ArrayList<>();
            session.show(index);
            session.whenOpened(waited::add);
            assertThat(session.opened(new StartupLoader.Opened(store, index))).isFalse();
            assertThat(waited).isEmpty();
            session.doWaiting();
            assertThat(waited).isEqualTo(opened).hasSize(1);
            assertThat(shown).containsExactly(index);
            assertThat(session.opened(new StartupLoader.Opened(store, new FacetIndex(store.asOf(TODAY)))))
                    .as("another one")
                    .isTrue();
            session.doWaiting();
            assertThat(waited).as("once").hasSize(1);
        }
    }

    @Test
    void aRegisterThatHasGoneBackIsToldAtEveryStartUntilItIsMeant() throws IOException {
        KnownHeads heads = KnownHeads.in(folder);
        Path file = folder.resolve("register").resolve("register.mv.db");
        List<ProblemException> older = new ArrayList<>();
        byte[] before;
        try (RegisterStore store = store()) {
            session.opened(new StartupLoader.Opened(store, new FacetIndex(store.asOf(TODAY))));
            session.compare(heads, older::add);
            background.all();
        }
        before = Files.readAllBytes(file);
        try (RegisterStore store = store()) {
            rename(store);
            session.opened(new StartupLoader.Opened(store, new FacetIndex(store.asOf(TODAY))));
            session.compare(heads, older::add);
            background.all();
            session.close(Optional.empty());
        }
        assertThat(older).isEmpty();
        Files.write(file, before);
        for (int start = 1; start <= 2; start++) {
            try (RegisterStore store = store()) {
                session.opened(new StartupLoader.Opened(store, new FacetIndex(store.asOf(TODAY))));
                session.compare(heads, older::add);
                background.all();
                session.close(Optional.empty());
            }
            assertThat(older).hasSize(start);
        }
        assertThat(older.getFirst().what())
                .contains("older than when this computer last saw it", "had 2 links", "now it has 1");
        try (RegisterStore store = store()) {
            session.opened(new StartupLoader.Opened(store, new FacetIndex(store.asOf(TODAY))));
            session.acceptOlder(heads);
            background.all();
            session.compare(heads, older::add);
            background.all();
        }
        assertThat(older).hasSize(2);
        assertThat(told).isEmpty();
    }

    @Test
    void aRegisterThatNobodyHasWrittenToIsNotReadAgain() {
        try (RegisterStore store = store()) {
            session.opened(new StartupLoader.Opened(store, new FacetIndex(store.asOf(TODAY))));
            session.lookAgain(() -> {});
            background.all();
            session.lookAgain(() -> {});
            background.first();
            assertThat(background.waiting()).as("it was only asked whether").isZero();

            rename(store);
            List<String> found = new ArrayList<>();
            session.lookAgain(() -> found.add("found"));
            background.all();
            assertThat(found).containsExactly("found");
        }
    }

    @Test
    void whatAnotherProgramChangedIsShownOnTheDayThatIsLookedAt() {
        try (RegisterStore store = store()) {
            session.opened(new StartupLoader.Opened(store, new FacetIndex(store.asOf(TODAY))));
            session.showAsOf(TODAY.minusDays(1));
            background.all();
            List<String> found = new ArrayList<>();
            session.look(() -> found.add("found"));
            background.all();
            assertThat(found).as("nothing changed").isEmpty();
            rename(store);
            session.look(() -> found.add("found"));
            background.all();
            assertThat(found).hasSize(1);
            assertThat(opened.getLast().elsewhere()).isTrue();
            assertThat(opened.getLast()
                            .register()
                            .offering("groq")
                            .orElseThrow()
                            .name())
                    .isEqualTo("Groq Cloud");
            assertThat(shown.getLast().register().asOf()).isEqualTo(TODAY.minusDays(1));
            assertThat(told).isEmpty();
        }
    }

    @Test
    void whatAScreenChangedIsNobodyElsesDoing() {
        try (RegisterStore store = store()) {
            session.opened(new StartupLoader.Opened(store, new FacetIndex(store.asOf(TODAY))));
            rename(store);
            session.changed();
            background.all();
            assertThat(opened).hasSize(2);
            assertThat(opened.getLast().elsewhere()).isFalse();
            assertThat(shown.getLast().register()).isSameAs(opened.getLast().register());
        }
    }

    /** The field for the day stands at what was asked for; it goes back by what is shown again. */
    @Test
    void aDayThatCannotBeReadShowsWhatWasShownAndIsTold() {
        RegisterStore store = store();
        session.opened(new StartupLoader.Opened(store, new FacetIndex(store.asOf(TODAY))));
        store.close();
        session.showAsOf(LocalDate.MIN);
        background.all();
        assertThat(told).hasSize(1);
        assertThat(shown).hasSize(2);
        assertThat(shown.getLast()).isSameAs(shown.getFirst());
    }

    @Test
    void aRegisterThatWasLetGoIsAskedNoMore() {
        session.opened(new StartupLoader.Opened(store(), new FacetIndex(store().asOf(TODAY))));
        session.close(Optional.empty());
        session.showAsOf(TODAY);
        session.changed();
        background.all();
        assertThat(session.isOpen()).isFalse();
        assertThat(told).isEmpty();
        assertThat(shown).hasSize(1);
    }
}
