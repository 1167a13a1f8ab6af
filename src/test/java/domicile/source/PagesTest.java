package domicile.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import domicile.page.QuoteFinder;
import domicile.problem.ProblemException;
import domicile.register.Attribution;
import domicile.register.Edit;
import domicile.register.RegisterKey;
import domicile.register.RegisterStore;
import domicile.residency.Capture;
import domicile.residency.Citation;
import domicile.residency.Fact;
import domicile.residency.Register;
import domicile.residency.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A source's page is taken in, quoted, and read again: what still stands is confirmed at once, the rest is a person's.
 */
class PagesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final LocalDate LATER = LocalDate.of(2026, 12, 24);
    private static final RegisterKey ZDR = RegisterKey.fact("groq", "zdr");
    private static final RegisterKey TRAINING = RegisterKey.fact("groq", "attestation/DPA");
    private static final RegisterKey SEAT = RegisterKey.fact("groq", "attestation/ISO_27001");
    private static final String PAGE = """
            <html><body><h1>Groq</h1>
            <p>Zero data retention can be switched on by every customer. It covers all endpoints.</p>
            <p>We do not train models on what you send.</p>
            <table><tr><th>Company</th><th>Seat</th></tr>
            <tr><td>Groq</td><td>Mountain View</td></tr><tr><td>Other</td><td>Mountain View</td></tr></table>
            </body></html>
            """;

    @TempDir
    private Path folder;

    private RegisterStore open(LocalDate day) {
        return RegisterStore.open(
                folder.resolve("home").toString(), Clock.fixed(Instant.parse(day + "T10:00:00Z"), ZoneOffset.UTC));
    }

    private Path page(String text) throws IOException {
        return Files.writeString(folder.resolve("page.html"), text);
    }

    private static int source(Register register, RegisterKey part) {
        return fact(register, part).citations().getFirst().source();
    }

    private static Fact<?> fact(Register register, RegisterKey part) {
        return register.offering(part.offering()).orElseThrow().facts().stream()
                .filter(f -> f.id().equals(part.key()))
                .findFirst()
                .orElseThrow();
    }

    /** Quotes three facts of one source. */
    private Source quoted() throws IOException {
        try (RegisterStore store = open(DAY)) {
            Pages pages = new Pages(store);
            Register register = store.asOf(DAY);
            Source source = register.source(0).orElseThrow();
            Capture capture = pages.take(source, page(PAGE), "me");
            QuoteFinder finder = pages.finder(capture);
            Map<RegisterKey, QuoteFinder.Found> found = Map.of(
                    ZDR, finder.find("Zero data retention can be switched on by every customer.", Optional.empty()),
                    TRAINING, finder.find("We do not train models", Optional.empty()),
                    SEAT, finder.find("Mountain View", Optional.of("Groq")));
            pages.quote(DAY, capture, found, "me");
            SourceReview review = pages.review(store.asOf(DAY), source);
            assertThat(review.quoted()).isEqualTo(3);
            assertThat(review.with(Standing.SAME)).hasSize(3);
            assertThat(review.confirmable()).isEmpty();
            assertThat(review.with(Standing.UNQUOTED)).hasSize(review.facts().size() - 3);
            return source;
        }
    }

    @Test
    void theTestFactsCiteSourceZero() {
        try (RegisterStore store = open(DAY)) {
            Register register = store.asOf(DAY);
            assertThat(source(register, ZDR)).isZero();
            assertThat(source(register, TRAINING)).isZero();
            assertThat(source(register, SEAT)).isZero();
        }
    }

    @Test
    void whatStillStandsIsConfirmedAtOnceAndTheRestIsLeftToAPerson() throws IOException {
        Source source = quoted();
        try (RegisterStore store = open(LATER)) {
            Pages pages = new Pages(store);
            Capture newer = pages.take(
                    source,
                    page(PAGE.replace("every customer", "enterprise customers")
                            .replace("<p>We do not train", "<p>New here.</p><p class='x'>We do  not train")),
                    "me");
            SourceReview review = pages.review(store.asOf(LATER), source);
            assertThat(review.newest()).contains(newer);
            assertThat(review.toBeDecided()).extracting(QuotedFact::part).containsExactly(ZDR);
            assertThat(review.confirmable()).extracting(QuotedFact::part).containsExactlyInAnyOrder(TRAINING, SEAT);

            int changes = store.changes().size();
            pages.confirm(LATER, review, "me");
            assertThat(store.changes()).hasSize(changes + 1);
            assertThat(store.changes().getLast().why()).contains(newer.sha256());
            Register after = store.asOf(LATER);
            assertThat(fact(after, TRAINING).citations())
                    .filteredOn(c -> c.source() == 0)
                    .singleElement()
                    .satisfies(c -> {
                        assertThat(c.read()).isEqualTo(LATER);
                        assertThat(c.quote().orElseThrow().capture()).isEqualTo(newer.sha256());
                        assertThat(c.quote().orElseThrow().exact()).isEqualTo("We do not train models");
                    });
            assertThat(fact(after, ZDR).citations()).extracting(Citation::read).doesNotContain(LATER);
            assertThat(pages.review(after, source).confirmable()).isEmpty();
            assertThat(pages.confirm(LATER, pages.review(after, source), "me")).isEmpty();
            assertThat(store.changes()).hasSize(changes + 1);
            // what it would mean if nobody could say it any more is told before anything is written
            var preview = store.preview(
                    review.withoutWhatChanged(),
                    new Attribution(LATER, "me", "gone", Optional.of(new Citation(0, LATER))));
            assertThat(preview.after().offering("groq").orElseThrow().facts()).noneMatch(f -> f.id().equals(ZDR.key()));
            assertThat(store.asOf(LATER).offering("groq").orElseThrow().facts())
                    .anyMatch(f -> f.id().equals(ZDR.key()));
        }
    }

    @Test
    void aFactThatOtherPagesStillSayLosesThisPageAlone() throws IOException {
        RegisterKey us = RegisterKey.fact("groq", "placement/INFERENCE/us");
        try (RegisterStore store = open(DAY)) {
            Pages pages = new Pages(store);
            Source source = store.asOf(DAY).source(0).orElseThrow();
            Capture capture = pages.take(source, page(PAGE), "me");
            QuoteFinder.Found found = pages.finder(capture).find("It covers all endpoints.", Optional.empty());
            pages.quote(DAY, capture, Map.of(us, found), "me");
            assertThat(fact(store.asOf(DAY), us).citations()).hasSize(2);
        }
        try (RegisterStore store = open(LATER)) {
            Pages pages = new Pages(store);
            Source source = store.asOf(LATER).source(0).orElseThrow();
            pages.take(source, page(PAGE.replace("It covers all endpoints.", "")), "me");
            SourceReview review = pages.review(store.asOf(LATER), source);
            assertThat(review.toBeDecided()).extracting(QuotedFact::part).containsExactly(us);
            store.edit(
                    review.withoutWhatChanged(),
                    new Attribution(LATER, "me", "gone", Optional.of(new Citation(0, LATER))));
            assertThat(fact(store.asOf(LATER), us).citations())
                    .extracting(Citation::source)
                    .containsExactly(20);
        }
    }

    @Test
    void aFactThatCitesTwoPagesIsReadAgainOnBoth() throws IOException {
        RegisterKey us = RegisterKey.fact("groq", "placement/INFERENCE/us");
        try (RegisterStore store = open(DAY)) {
            Pages pages = new Pages(store);
            for (int number : List.of(0, 20)) {
                Source source = store.asOf(DAY).source(number).orElseThrow();
                Capture capture = pages.take(source, page(PAGE + number), "me");
                QuoteFinder.Found found = pages.finder(capture).find("It covers all endpoints.", Optional.empty());
                pages.quote(DAY, capture, Map.of(us, found), "me");
            }
        }
        try (RegisterStore store = open(LATER)) {
            Pages pages = new Pages(store);
            List<SourceReview> reviews = new ArrayList<>();
            for (int number : List.of(0, 20)) {
                Source source = store.asOf(LATER).source(number).orElseThrow();
                pages.take(source, page(PAGE + number + " and more"), "me");
                reviews.add(pages.review(store.asOf(LATER), source));
            }
            // both were looked at before either was confirmed, as the window does
            reviews.forEach(
                    review -> assertThat(pages.confirm(LATER, review, "me")).hasSize(1));
            assertThat(fact(store.asOf(LATER), us).citations())
                    .extracting(Citation::read)
                    .containsOnly(LATER);
        }
    }

    @Test
    void wordsOfAnEarlierPageStandWithWhatTheFactSaysToday() throws IOException {
        try (RegisterStore store = open(DAY)) {
            new Pages(store).take(store.asOf(DAY).source(0).orElseThrow(), page(PAGE), "me");
        }
        LocalDate next = DAY.plusDays(1);
        try (RegisterStore store = open(next)) {
            String json = store.find(ZDR, next).orElseThrow();
            store.edit(
                    List.of(new Edit.Put(
                            ZDR,
                            json.replace("2026-06-01", DAY.toString()).replace("Verify on trust portal", "Verify"))),
                    new Attribution(next, "me", "shorter", Optional.of(new Citation(0, DAY))));
        }
        try (RegisterStore store = open(LATER)) {
            Pages pages = new Pages(store);
            Capture capture = store.asOf(LATER).capture(0).orElseThrow();
            QuoteFinder.Found found = pages.finder(capture).find("It covers all endpoints.", Optional.empty());
            pages.quote(LATER, capture, Map.of(ZDR, found), "me");
            assertThat(fact(store.asOf(LATER), ZDR).quoted()).isTrue();
            assertThat(fact(store.asOf(LATER), ZDR).text()).isEqualTo("Verify");
            assertThat(fact(store.asOf(next), ZDR).quoted()).isFalse();
        }
    }

    @Test
    void wordsThatDoNotStandInOnePlaceAreRefused() throws IOException {
        try (RegisterStore store = open(DAY)) {
            Pages pages = new Pages(store);
            Capture capture = pages.take(store.asOf(DAY).source(0).orElseThrow(), page(PAGE), "me");
            QuoteFinder finder = pages.finder(capture);
            assertThatThrownBy(() -> finder.find("Zero data retention is offered", Optional.empty()))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("do not stand");
            assertThatThrownBy(() -> finder.find("Mountain View", Optional.empty()))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("2 places");
            // chosen in the page, the words carry their row by themselves
            int cell = finder.find("Mountain View", Optional.of("Other")).first();
            assertThat(finder.at(cell, cell + 1).row()).contains("Other | Seat");
        }
    }

    @Test
    void aPageThatCannotBeReadLeavesTheRegisterAsItWas() throws IOException {
        try (RegisterStore store = open(DAY)) {
            Pages pages = new Pages(store);
            Source source = store.asOf(DAY).source(0).orElseThrow();
            int changes = store.changes().size();
            Path broken = Files.write(
                    folder.resolve("page.pdf"), "%PDF-1.7 nothing".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThatThrownBy(() -> pages.take(source, broken, "me")).isInstanceOf(ProblemException.class);
            assertThat(store.changes()).hasSize(changes);
            assertThat(folder.resolve("home").resolve("captures")).doesNotExist();
        }
    }

    @Test
    void withoutItsPageNothingIsSaidOfAQuote() throws IOException {
        Source source = quoted();
        try (RegisterStore store = open(LATER)) {
            Pages pages = new Pages(store);
            Capture old = store.asOf(LATER).capture(0).orElseThrow();
            pages.take(source, page(PAGE + "<p>More.</p>"), "me");
            store.captures().withdraw(old, "me", "taken by mistake");
            SourceReview review = pages.review(store.asOf(LATER), source);
            assertThat(review.with(Standing.WITHDRAWN)).hasSize(3);
            assertThat(review.quoted()).isZero();
            assertThat(review.confirmable()).isEmpty();
        }
    }
}
