package domicile.desktop.maintenance;

import domicile.assessment.FactDependency;
import domicile.assessment.Impact;
import domicile.desktop.kit.ErrorMessage;
import domicile.desktop.kit.PdfPage;
import domicile.desktop.kit.Texts;
import domicile.page.PageComparison;
import domicile.page.QuoteFinder;
import domicile.problem.ProblemException;
import domicile.register.Attribution;
import domicile.register.RegisterKey;
import domicile.residency.Capture;
import domicile.residency.Citation;
import domicile.residency.Fact;
import domicile.residency.Register;
import domicile.residency.Source;
import domicile.residency.Workload;
import domicile.source.FetchedPage;
import domicile.source.Pages;
import domicile.source.QuotedFact;
import domicile.source.SourceReview;
import domicile.source.Suggestion;
import domicile.source.Suggestions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The pages that facts rest on: taken in, quoted, read again. Freshness is by page here. */
public final class PagesViewModel {
    private final MaintenanceContext keeper;
    private final Texts texts;
    private final Pages pages;
    private final Function<String, FetchedPage> fetch;
    /** What was opened last. */
    private volatile Optional<OpenPage> last = Optional.empty();

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.EMPTY);
    private final ReadOnlyObjectWrapper<Map<Integer, Long>> leaning = new ReadOnlyObjectWrapper<>(Map.of());

    /**
     * What is known of all pages.
     *
     * @param register empty before it was read
     */
    public record State(Optional<Register> register, List<SourceReview> reviews) {
        static final State EMPTY = new State(Optional.empty(), List.of());

        public State {
            reviews = List.copyOf(reviews);
        }

        /** The source by its number. */
        public Optional<SourceReview> review(int source) {
            return reviews.stream().filter(r -> r.source().number() == source).findFirst();
        }

        long inHand() {
            return reviews.stream().filter(r -> r.newest().isPresent()).count();
        }

        long decisions() {
            return reviews.stream().mapToLong(r -> r.toBeDecided().size()).sum();
        }

        long confirmable() {
            return reviews.stream().mapToLong(r -> r.confirmable().size()).sum();
        }

        private State with(Register now, SourceReview review) {
            return new State(
                    Optional.of(now),
                    reviews.stream()
                            .map(r -> r.source().number() == review.source().number() ? review : r)
                            .toList());
        }
    }

    /** One change that was made here, so that it can be taken back. */
    public record Done(long change, int facts) {}

    /** @param fetch asks an address for its page; called when a person asks for that */
    public PagesViewModel(MaintenanceContext keeper, Texts texts, Function<String, FetchedPage> fetch) {
        this.keeper = keeper;
        this.texts = texts;
        this.pages = new Pages(keeper.store());
        this.fetch = fetch;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** How many saved assessments lean on a fact of a source, by its number; it arrives after the rows. */
    public ReadOnlyObjectProperty<Map<Integer, Long>> leaningProperty() {
        return leaning.getReadOnlyProperty();
    }

    LocalDate today() {
        return keeper.today();
    }

    /** Looks again at all pages. */
    public void refresh() {
        refresh(() -> {});
    }

    /** As {@link #refresh()}, and then does something. */
    void refresh(Runnable then) {
        keeper.background()
                .job(
                        texts.get("job.pages"),
                        progress -> {
                            Register register = keeper.store().asOf(keeper.today());
                            List<SourceReview> reviews = new ArrayList<>();
                            for (Source source : register.sources()) {
                                progress.at(reviews.size(), register.sources().size());
                                reviews.add(pages.review(register, source));
                            }
                            return new State(Optional.of(register), reviews);
                        },
                        found -> {
                            state.set(found);
                            then.run();
                            lean(found);
                        });
    }

    private void lean(State of) {
        keeper.background()
                .job(
                        texts.get("job.leaning"),
                        progress -> {
                            Register register = of.register().orElseThrow();
                            Map<Integer, Long> count = new HashMap<>();
                            List<Workload> workloads = keeper.workloads(register);
                            for (int i = 0; i < workloads.size(); i++) {
                                progress.at(i, workloads.size());
                                Set<FactDependency.FactOf> facts =
                                        FactDependency.facts(workloads.get(i), register, keeper.today());
                                for (SourceReview review : of.reviews()) {
                                    if (review.facts().stream().anyMatch(f -> facts.contains(of(f)))) {
                                        count.merge(review.source().number(), 1L, Long::sum);
                                    }
                                }
                            }
                            return count;
                        },
                        leaning::set);
    }

    private static FactDependency.FactOf of(QuotedFact fact) {
        return new FactDependency.FactOf(fact.part().offering(), fact.part().key());
    }

    /** How many days ago the page of a source was read last for the fact that waits longest; empty without facts. */
    Optional<Long> age(SourceReview review) {
        return review.facts().stream()
                .map(f -> f.citation().read())
                .min(Comparator.naturalOrder())
                .map(day -> ChronoUnit.DAYS.between(day, keeper.today()));
    }

    /** Takes a saved file in as today's page of a source. */
    public void take(Source source, Path file, Consumer<Capture> then, Consumer<Exception> refused) {
        taken(source, () -> pages.take(source, file, keeper.who()), then, refused);
    }

    /** Takes pasted text in. */
    public void paste(Source source, String text, Consumer<Capture> then, Consumer<Exception> refused) {
        taken(source, () -> pages.paste(source, text, keeper.who()), then, refused);
    }

    /**
     * What came of asking several addresses.
     *
     * @param refused why the others did not come in, by the number of their source
     */
    public record Fetched(List<Capture> taken, Map<Integer, Exception> refused) {}

    /** Asks for the pages of the sources' addresses, and takes them in; one that is refused leaves the others. */
    public void fetch(List<Source> sources, Consumer<Fetched> then) {
        keeper.background()
                .job(
                        texts.get("job.fetch"),
                        progress -> {
                            List<Capture> taken = new ArrayList<>();
                            Map<Integer, Exception> refused = new LinkedHashMap<>();
                            for (Source source : sources) {
                                progress.at(taken.size() + refused.size(), sources.size());
                                try {
                                    taken.add(pages.take(source, fetch.apply(source.url()), keeper.who()));
                                } catch (ProblemException e) {
                                    refused.put(source.number(), e);
                                }
                            }
                            Register now = keeper.store().asOf(keeper.today());
                            return new Came(
                                    new Fetched(taken, refused),
                                    now,
                                    sources.stream()
                                            .map(s -> pages.review(now, s))
                                            .toList());
                        },
                        came -> {
                            show(came.now(), came.reviews());
                            then.accept(came.fetched());
                        });
    }

    private record Came(Fetched fetched, Register now, List<SourceReview> reviews) {}

    private interface Taking {
        Capture take();
    }

    private void taken(Source source, Taking taking, Consumer<Capture> then, Consumer<Exception> refused) {
        keeper.background()
                .job(
                        texts.get("job.page", source.number()),
                        progress -> {
                            Capture taken = taking.take();
                            Register now = keeper.store().asOf(keeper.today());
                            return new Taken(taken, now, pages.review(now, source));
                        },
                        done -> {
                            show(done.now(), List.of(done.review()));
                            then.accept(done.capture());
                        },
                        refused);
    }

    private record Taken(Capture capture, Register now, SourceReview review) {}

    private record Changed(Optional<Done> done, Register now, List<SourceReview> reviews) {}

    private void show(Register now, List<SourceReview> reviews) {
        State shown = state.get();
        for (SourceReview review : reviews) {
            shown = shown.with(now, review);
        }
        state.set(shown);
        keeper.changed().run();
    }

    /**
     * Changes the register, and looks at these sources again.
     *
     * @param changing tells how many facts it has changed
     */
    private void change(
            Set<Integer> sources, IntSupplier changing, Consumer<Optional<Done>> then, Consumer<Exception> refused) {
        keeper.background()
                .run(
                        () -> {
                            int facts = changing.getAsInt();
                            Register now = keeper.store().asOf(keeper.today());
                            Optional<Done> done = facts == 0
                                    ? Optional.empty()
                                    : Optional.of(
                                            new Done(keeper.store().lastChange().number(), facts));
                            return new Changed(
                                    done,
                                    now,
                                    now.sources().stream()
                                            .filter(s -> sources.contains(s.number()))
                                            .map(s -> pages.review(now, s))
                                            .toList());
                        },
                        changed -> {
                            show(changed.now(), changed.reviews());
                            then.accept(changed.done());
                        },
                        refused);
    }

    /**
     * Says of all facts of these sources whose words still stand that their pages were read again: a change a source.
     */
    public void confirm(List<SourceReview> reviews, Consumer<List<Done>> then) {
        List<Done> all = new ArrayList<>();
        Set<Integer> sources = new HashSet<>();
        reviews.forEach(r -> sources.add(r.source().number()));
        change(
                sources,
                () -> {
                    int facts = 0;
                    for (SourceReview review : reviews) {
                        int confirmed = pages.confirm(keeper.today(), review, keeper.who())
                                .size();
                        if (confirmed > 0) {
                            all.add(new Done(keeper.store().lastChange().number(), confirmed));
                            facts += confirmed;
                        }
                    }
                    return facts;
                },
                done -> then.accept(List.copyOf(all)),
                keeper.background()::failed);
    }

    /** Takes changes back, the last first. */
    public void undo(List<Done> changes) {
        keeper.background()
                .run(
                        () -> {
                            for (Done done : changes.reversed()) {
                                keeper.store().undo(done.change(), keeper.who(), texts.get("undo.why"));
                            }
                            return changes;
                        },
                        done -> {
                            keeper.changed().run();
                            refresh();
                        });
    }

    /** Withdraws a capture: its bytes go, and its quotes count no more. */
    public void withdraw(Capture capture, String why, Runnable then, Consumer<Exception> refused) {
        change(
                Set.of(capture.source()),
                () -> {
                    keeper.store().captures().withdraw(capture, keeper.who(), why);
                    return 0;
                },
                done -> then.run(),
                refused);
    }

    /** Lets facts carry words of a capture, in one change. */
    public void quote(
            Capture capture,
            Map<RegisterKey, QuoteFinder.Found> found,
            Consumer<Optional<Done>> then,
            Consumer<Exception> refused) {
        Map<RegisterKey, QuoteFinder.Found> words = new LinkedHashMap<>(found);
        change(
                Set.of(capture.source()),
                () -> {
                    pages.quote(keeper.today(), capture, words, keeper.who());
                    return words.size();
                },
                then,
                refused);
    }

    private Attribution by(Capture capture, String why) {
        return new Attribution(
                keeper.today(), keeper.who(), why, Optional.of(new Citation(capture.source(), capture.day())));
    }

    /** Says that the newest page of a source no longer says these facts. */
    public void noLongerPublished(
            Capture capture, List<QuotedFact> facts, Consumer<Optional<Done>> then, Consumer<Exception> refused) {
        change(
                Set.of(capture.source()),
                () -> {
                    pages.leave(
                            keeper.today(), capture, facts, keeper.who(), texts.get("pages.gone.why", capture.hash()));
                    return facts.size();
                },
                then,
                refused);
    }

    /** Which saved assessments would change without these facts of a page; nothing is written. */
    void weigh(Capture capture, List<QuotedFact> facts, Consumer<List<Impact>> then, Consumer<Exception> refused) {
        keeper.background()
                .job(
                        texts.get("job.weigh"),
                        progress -> keeper.impacts(
                                keeper.store()
                                        .preview(
                                                facts.stream()
                                                        .map(QuotedFact::withoutItsPage)
                                                        .toList(),
                                                by(capture, texts.get("tab.pages"))),
                                progress),
                        then,
                        refused);
    }

    /** Reads a capture and finds where the words of its source's facts stand in it. */
    void open(Capture capture, Consumer<OpenPage> then) {
        State now = state.get();
        now.review(capture.source())
                .ifPresent(review -> keeper.background()
                        .job(
                                texts.get("job.page", capture.source()),
                                progress -> OpenPage.of(review, capture, pages.text(capture), printed(capture)),
                                page -> {
                                    last = Optional.of(page);
                                    then.accept(page);
                                }));
    }

    /** Read once while it is in front. */
    private Optional<PrintedPage> printed(Capture capture) throws IOException {
        Optional<OpenPage> known = last.filter(o -> o.capture().equals(capture));
        if (known.isPresent()) {
            return known.get().printed();
        }
        Optional<Pages.Printed> printed = pages.printed(capture);
        return printed.isEmpty()
                ? Optional.empty()
                : Optional.of(new PrintedPage(
                        PdfPage.of(printed.get().pdf()), printed.get().layout()));
    }

    /** For the facts without words, where a page may say what they say. */
    void suggest(Capture capture, Consumer<List<Suggestion>> then) {
        State now = state.get();
        now.review(capture.source())
                .ifPresent(review -> keeper.background()
                        .job(
                                texts.get("job.page", capture.source()),
                                progress -> Suggestions.of(
                                        now.register().orElseThrow(), review.source(), pages.text(capture)),
                                then));
    }

    /** How two captures differ. */
    void compare(Capture old, Capture now, Consumer<PageComparison> then) {
        keeper.background().job(texts.get("job.page", now.source()), progress -> pages.compare(old, now), then);
    }

    /** The name of the offering that a fact is of. */
    String offering(QuotedFact fact) {
        String id = fact.part().offering();
        return state.get()
                .register()
                .flatMap(r -> r.offering(id))
                .map(o -> o.name())
                .orElse(id);
    }

    /** What came of asking addresses: what was taken in, and why the others were not. */
    String said(Fetched fetched) {
        List<String> lines = new ArrayList<>();
        fetched.taken().forEach(c -> lines.add(taken(c)));
        fetched.refused().forEach((source, e) -> lines.add("[" + source + "] " + ErrorMessage.line(e, texts)));
        return fetched.taken().size() > 1 && fetched.refused().isEmpty()
                ? texts.get("pages.fetched", fetched.taken().size())
                : String.join("\n", lines);
    }

    /** What was taken in, and where an address has sent on to. */
    String taken(Capture capture) {
        String asked =
                state.get().review(capture.source()).map(r -> r.source().url()).orElse("");
        return capture.how() == Capture.How.FETCHED && !capture.address().equals(asked)
                ? texts.get("pages.taken.elsewhere", capture.name(), capture.source(), capture.address())
                : texts.get("pages.taken", capture.name(), capture.source());
    }

    /** A fact with its offering, as it is named in a list. */
    String name(QuotedFact fact) {
        Fact<?> of = fact.fact();
        return texts.pair(offering(fact), RegisterLabels.name(of, texts));
    }
}
