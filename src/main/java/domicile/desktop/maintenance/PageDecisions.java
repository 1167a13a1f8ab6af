package domicile.desktop.maintenance;

import domicile.assessment.Impact;
import domicile.desktop.kit.Texts;
import domicile.page.QuoteFinder;
import domicile.problem.ProblemException;
import domicile.register.RegisterKey;
import domicile.residency.Capture;
import domicile.residency.Citation;
import domicile.residency.Quote;
import domicile.source.Pages;
import domicile.source.QuotedFact;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What is decided upon the page that is open: which words carry which fact, and what it no longer says. */
final class PageDecisions implements DecideBox.Does {
    private final PagesViewModel model;
    private final EditViewModel edits;
    private final Texts texts;
    private final Supplier<Optional<OpenPage>> open;
    private final Said said;
    private final Consumer<EditViewModel.Opened> form;
    private final Runnable done;
    private final Consumer<Exception> refused;
    private final Deque<Taken> waiting = new ArrayDeque<>();
    private boolean writing;

    /** A suggestion that was taken and is to be written. */
    private record Taken(Capture capture, RegisterKey part, QuoteFinder.Found found) {}

    /**
     * @param open the page
     * @param form opens a form in which a fact is changed
     * @param done after a fact was taken off the page
     */
    PageDecisions(
            PagesViewModel model,
            EditViewModel edits,
            Texts texts,
            Supplier<Optional<OpenPage>> open,
            Said said,
            Consumer<EditViewModel.Opened> form,
            Runnable done,
            Consumer<Exception> refused) {
        this.model = model;
        this.edits = edits;
        this.texts = texts;
        this.open = open;
        this.said = said;
        this.form = form;
        this.done = done;
        this.refused = refused;
    }

    private OpenPage page() {
        return open.get().orElseThrow();
    }

    @Override
    public void keep(QuotedFact fact) {
        try {
            QuoteFinder.Found found = page().finder()
                    .find(
                            fact.result().flatMap(r -> r.now()).orElseThrow(),
                            fact.citation().quote().flatMap(Quote::row));
            quote(fact, found);
        } catch (ProblemException e) {
            refused.accept(e);
        }
    }

    /** The page read anew, with the passage that is there now if there is one. */
    private Citation now(QuotedFact fact) {
        OpenPage page = page();
        return page.nearest(fact)
                .map(this::citation)
                .orElseGet(() ->
                        new Citation(page.capture().source(), page.capture().day()));
    }

    @Override
    public void edit(QuotedFact fact) {
        edits.change(fact.part(), now(fact), because(), form);
    }

    @Override
    public void conflict(QuotedFact fact) {
        edits.conflict(fact.part(), now(fact), because(), form);
    }

    @Override
    public void weigh(QuotedFact fact, ReadOnlyObjectWrapper<Optional<List<Impact>>> found) {
        model.weigh(page().capture(), List.of(fact), impacts -> found.set(Optional.of(impacts)), refused);
    }

    @Override
    public void remove(QuotedFact fact) {
        model.noLongerPublished(
                page().capture(),
                List.of(fact),
                changed -> changed.ifPresent(d -> {
                    String name = model.name(fact);
                    said.done(texts.get("page.removed", name), () -> model.undo(List.of(d)));
                    done.run();
                }),
                refused);
    }

    /** A new fact of an offering that cites the page, with words of it. */
    void begin(String offering, QuoteFinder.Found found) {
        edits.add(offering, citation(found), because(), form);
    }

    private Citation citation(QuoteFinder.Found found) {
        Capture capture = page().capture();
        return new Citation(capture.source(), capture.day(), Optional.of(Pages.quote(capture, found)));
    }

    private String because() {
        return texts.get("page.why", texts.day(page().capture().day()));
    }

    /** Lets a fact carry words of the page. */
    void quote(QuotedFact fact, QuoteFinder.Found found) {
        carry(page().capture(), Map.of(fact.part(), found), () -> {});
    }

    private void carry(Capture capture, Map<RegisterKey, QuoteFinder.Found> found, Runnable then) {
        model.quote(
                capture,
                found,
                changed -> {
                    changed.ifPresent(
                            d -> said.done(texts.get("page.quoted", d.facts()), () -> model.undo(List.of(d))));
                    then.run();
                },
                e -> {
                    refused.accept(e);
                    then.run();
                });
    }

    /**
     * What was taken of the suggestions is written while the next is looked at: what has gathered meanwhile, in one
     * change.
     */
    void later(RegisterKey part, QuoteFinder.Found found) {
        waiting.addLast(new Taken(page().capture(), part, found));
        if (!writing) {
            carryWaiting();
        }
    }

    private void carryWaiting() {
        writing = !waiting.isEmpty();
        if (writing) {
            Capture capture = waiting.getFirst().capture();
            Map<RegisterKey, QuoteFinder.Found> found = new LinkedHashMap<>();
            while (!waiting.isEmpty() && waiting.getFirst().capture().equals(capture)) {
                Taken taken = waiting.removeFirst();
                found.put(taken.part(), taken.found());
            }
            carry(capture, found, this::carryWaiting);
        }
    }
}
