package domicile.source;

import domicile.page.Layout;
import domicile.page.PageComparison;
import domicile.page.PageFormat;
import domicile.page.PageReader;
import domicile.page.PageText;
import domicile.page.QuoteCheck;
import domicile.page.QuoteFinder;
import domicile.page.QuoteResult;
import domicile.page.QuoteState;
import domicile.page.TextQuote;
import domicile.problem.InputFile;
import domicile.problem.Message;
import domicile.problem.ProblemException;
import domicile.register.Attribution;
import domicile.register.Captures;
import domicile.register.Edit;
import domicile.register.FieldChange;
import domicile.register.PartFields;
import domicile.register.RegisterKey;
import domicile.register.RegisterProblem;
import domicile.register.RegisterStore;
import domicile.residency.Capture;
import domicile.residency.Citation;
import domicile.residency.Fact;
import domicile.residency.Offering;
import domicile.residency.Quote;
import domicile.residency.Register;
import domicile.residency.Source;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pages of a register's sources: taking them in, quoting them for facts, and reading them again. A page is read
 * before it is kept: what cannot be read is refused and leaves the register as it was.
 */
public final class Pages {
    /** So many texts of pages are kept in memory. */
    private static final int MOST_TEXTS = 48;

    private static final Pattern CHARSET = Pattern.compile("; charset=(\\S+)$");

    private final RegisterStore store;
    private final Map<String, PageText> texts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PageText> eldest) {
            return size() > MOST_TEXTS;
        }
    };

    public Pages(RegisterStore store) {
        this.store = store;
    }

    /** Takes a saved file in as today's page of a source. */
    public Capture take(Source source, Path file, String who) {
        String name = String.valueOf(file.getFileName());
        return take(source, InputFile.read(file, PageReader.MAX_BYTES), name, source.url(), Capture.How.FILE, who);
    }

    /** Takes pasted text in as today's page of a source. */
    public Capture paste(Source source, String text, String who) {
        return take(source, text.getBytes(StandardCharsets.UTF_8), "pasted.txt", source.url(), Capture.How.PASTED, who);
    }

    /** Takes a page in that was fetched. */
    public Capture take(Source source, FetchedPage page, String who) {
        PageFormat format = PageReader.format(page.bytes(), page.name());
        String mediaType = format.mediaType()
                + page.charset().map(c -> "; charset=" + c.name()).orElse("");
        return take(
                source,
                new Captures.Page(
                        page.bytes(),
                        mediaType,
                        page.name(),
                        page.addresses().getLast().toString(),
                        Capture.How.FETCHED),
                who);
    }

    private Capture take(Source source, byte[] bytes, String name, String address, Capture.How how, String who) {
        return take(
                source, new Captures.Page(bytes, PageReader.format(bytes, name).mediaType(), name, address, how), who);
    }

    private Capture take(Source source, Captures.Page page, String who) {
        PageText text = read(page.bytes(), page.mediaType(), page.name());
        Capture taken = store.captures().take(source.number(), page, who);
        synchronized (texts) {
            texts.put(taken.sha256(), text);
        }
        return taken;
    }

    /**
     * The text of a page's bytes.
     *
     * @param mediaType what they are, as a capture says it; empty where nobody does
     * @param name of the file
     * @throws ProblemException when they cannot be read
     */
    public static PageText read(byte[] bytes, String mediaType, String name) {
        String plain = CHARSET.matcher(mediaType).replaceFirst("");
        for (PageFormat format : PageFormat.values()) {
            if (format.mediaType().equals(plain)) {
                return PageReader.read(bytes, format, name, charset(mediaType));
            }
        }
        return PageReader.read(bytes, name, charset(mediaType));
    }

    private static Optional<Charset> charset(String mediaType) {
        Matcher named = CHARSET.matcher(mediaType);
        return named.find() && Charset.isSupported(named.group(1))
                ? Optional.of(Charset.forName(named.group(1)))
                : Optional.empty();
    }

    /**
     * The text of a capture.
     *
     * @throws ProblemException when its bytes are missing, withdrawn or altered
     */
    public PageText text(Capture capture) {
        synchronized (texts) {
            PageText known = texts.get(capture.sha256());
            if (known != null) {
                return known;
            }
        }
        PageText text = read(store.captures().bytes(capture), capture.mediaType(), capture.name());
        synchronized (texts) {
            texts.put(capture.sha256(), text);
        }
        return text;
    }

    /** A page as it was printed: a PDF, and where the units of its text stand. */
    public record Printed(byte[] pdf, Layout layout) {}

    /**
     * A capture as it was printed; empty for one that has no pages.
     *
     * @throws ProblemException as {@link #text}
     */
    public Optional<Printed> printed(Capture capture) {
        if (!capture.mediaType().equals(PageFormat.PDF.mediaType())) {
            return Optional.empty();
        }
        byte[] pdf = store.captures().bytes(capture);
        return Optional.of(new Printed(pdf, PageReader.layout(pdf, capture.name(), Optional.empty())));
    }

    /** As {@link #text}; empty where that refuses. */
    private Optional<PageText> readable(Capture capture) {
        try {
            return capture.inHand() && store.captures().has(capture) ? Optional.of(text(capture)) : Optional.empty();
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    /** How the words of all facts that cite a source stand. */
    public SourceReview review(Register register, Source source) {
        List<Capture> captures = register.captures().stream()
                .filter(c -> c.source() == source.number())
                .toList();
        Optional<Capture> newest = register.capture(source.number());
        Optional<PageText> now = newest.flatMap(this::readable);
        Optional<QuoteFinder> finder = now.map(QuoteFinder::new);
        Map<String, Optional<QuoteCheck>> checks = new HashMap<>();
        List<QuotedFact> facts = new ArrayList<>();
        for (Offering offering : register.offerings()) {
            for (Fact<?> fact : offering.facts()) {
                for (Citation citation : fact.citations()) {
                    if (citation.source() == source.number()) {
                        RegisterKey part = RegisterKey.fact(offering.id(), fact.id());
                        Optional<QuoteCheck> check = citation.quote()
                                .flatMap(q -> checks.computeIfAbsent(
                                        q.capture(),
                                        sha -> captures.stream()
                                                .filter(c -> c.sha256().equals(sha))
                                                .findFirst()
                                                .flatMap(this::readable)
                                                .flatMap(old -> now.map(n -> new QuoteCheck(old, n)))));
                        facts.add(judged(part, fact, citation, check, finder, captures));
                    }
                }
            }
        }
        return new SourceReview(source, captures, newest, facts);
    }

    private static QuotedFact judged(
            RegisterKey part,
            Fact<?> fact,
            Citation citation,
            Optional<QuoteCheck> check,
            Optional<QuoteFinder> finder,
            List<Capture> captures) {
        if (citation.quote().isEmpty()) {
            return new QuotedFact(part, fact, citation, Standing.UNQUOTED, Optional.empty(), Optional.empty());
        }
        Quote quote = citation.quote().get();
        boolean withdrawn =
                quote.withdrawn() || captures.stream().anyMatch(c -> c.sha256().equals(quote.capture()) && !c.inHand());
        if (withdrawn || check.isEmpty() || finder.isEmpty()) {
            return new QuotedFact(
                    part,
                    fact,
                    citation,
                    withdrawn ? Standing.WITHDRAWN : Standing.NO_PAGE,
                    Optional.empty(),
                    Optional.empty());
        }
        QuoteResult result = check.get().check(new TextQuote(part.text(), quote.exact(), quote.row()));
        Standing standing = standing(result);
        Optional<QuoteFinder.Found> place = standing.stands()
                ? finder.get()
                        .look(quote.exact(), quote.row())
                        .or(() -> result.now().flatMap(now -> finder.get().look(now, quote.row())))
                : Optional.empty();
        return new QuotedFact(part, fact, citation, standing, Optional.of(result), place);
    }

    /**
     * Where the row is known, what has become of that row counts; words that are not in their own capture count never.
     */
    private static Standing standing(QuoteResult result) {
        QuoteState state =
                result.state() == QuoteState.AMBIGUOUS ? result.withRow().orElse(QuoteState.AMBIGUOUS) : result.state();
        return switch (state) {
            case SAME -> Standing.SAME;
            case MOVED -> Standing.MOVED;
            case CHANGED -> Standing.CHANGED;
            case GONE -> Standing.GONE;
            case AMBIGUOUS -> Standing.AMBIGUOUS;
            case NOT_QUOTED -> Standing.NO_PAGE;
        };
    }

    /**
     * The facts whose words do not stand in the capture that they name, one message each. Reads every cited capture.
     */
    public List<Message> astray(Register register) {
        List<Message> astray = new ArrayList<>();
        Map<String, Optional<QuoteFinder>> finders = new HashMap<>();
        for (Offering offering : register.offerings()) {
            for (Fact<?> fact : offering.facts()) {
                for (Citation citation : fact.citations()) {
                    Optional<Capture> capture = citation.quote()
                            .filter(q -> citation.quoted())
                            .flatMap(q -> register.capture(citation.source(), q))
                            .filter(store.captures()::has);
                    Optional<QuoteFinder> finder = capture.flatMap(c -> finders.computeIfAbsent(
                            c.sha256(), sha -> readable(c).map(QuoteFinder::new)));
                    // a page that was altered is no page to look in
                    if (finder.isPresent()
                            && citation.quote()
                                    .flatMap(q -> finder.get().look(q.exact(), q.row()))
                                    .isEmpty()) {
                        astray.add(Message.of(
                                "damage.wordsmissing",
                                RegisterKey.fact(offering.id(), fact.id()).text(),
                                capture.orElseThrow().name(),
                                citation.source()));
                    }
                }
            }
        }
        return astray;
    }

    /** How two captures differ, unit by unit. */
    public PageComparison compare(Capture old, Capture now) {
        return PageComparison.of(text(old), text(now));
    }

    /** Finds words in a capture, for quoting. */
    public QuoteFinder finder(Capture capture) {
        return new QuoteFinder(text(capture));
    }

    /** The quote that words in a capture make. */
    public static Quote quote(Capture capture, QuoteFinder.Found found) {
        return new Quote(
                capture.sha256(),
                found.exact(),
                found.prefix(),
                found.suffix(),
                Quote.Unit.valueOf(found.unit().name()),
                found.row(),
                false);
    }

    /**
     * Lets the facts' citations of a source carry words of a capture, in one change. The reading day becomes the
     * capture's; a page that was read later is refused.
     *
     * @param day from which that is in force: today, since what was said of the facts after the capture was taken in
     *     stays
     * @param found the words, by fact
     */
    public void quote(LocalDate day, Capture capture, Map<RegisterKey, QuoteFinder.Found> found, String who) {
        long seen = store.lastChange().number();
        Register register = store.asOf(day);
        List<Edit> edits = new ArrayList<>();
        found.forEach((part, words) -> edits.add(carrying(register, part, capture, quote(capture, words))));
        write(edits, seen, day, capture, who, "Quoted from capture " + name(capture));
    }

    /**
     * Says of all facts whose words still stand that their page was read again: the reading day becomes that of the
     * newest capture, and the words stand in it. One change, which names the capture as its reason.
     *
     * @param day from which that is in force: today
     * @return the facts that it confirms; empty when there is nothing to confirm, and then nothing is written
     */
    public List<QuotedFact> confirm(LocalDate day, SourceReview review, String who) {
        List<QuotedFact> confirmed = review.confirmable();
        if (!confirmed.isEmpty()) {
            // as it is now: of a fact that cites several pages another one may just have been confirmed
            long seen = store.lastChange().number();
            Register register = store.asOf(day);
            Capture capture = review.newest().orElseThrow();
            write(
                    confirmed.stream()
                            .map(f -> carrying(
                                    register,
                                    f.part(),
                                    capture,
                                    quote(capture, f.place().orElseThrow())))
                            .toList(),
                    seen,
                    day,
                    capture,
                    who,
                    "Read again, the words stand in capture " + name(capture));
        }
        return confirmed;
    }

    /**
     * Says that a page no longer says these facts: each is gone, or rests on its other pages alone. One change.
     *
     * @param day from which that is in force: today
     * @throws domicile.problem.ProblemException when somebody has changed one of them since it was reviewed
     */
    public void leave(LocalDate day, Capture capture, List<QuotedFact> facts, String who, String why) {
        long seen = store.lastChange().number();
        Register register = store.asOf(day);
        for (QuotedFact shown : facts) {
            Fact<?> now = fact(register, shown.part());
            List<FieldChange> differ = FieldChange.between(
                    Optional.of(PartFields.cite(now, now.citations())),
                    Optional.of(PartFields.cite(shown.fact(), shown.fact().citations())));
            if (!differ.isEmpty()) {
                throw RegisterProblem.CHANGED_MEANWHILE.at(
                        shown.part().text(), shown.part().text(), FieldChange.line(differ));
            }
        }
        write(facts.stream().map(QuotedFact::withoutItsPage).toList(), seen, day, capture, who, why);
    }

    private static Fact<?> fact(Register register, RegisterKey part) {
        return register.offering(part.offering())
                .flatMap(o -> o.facts().stream()
                        .filter(f -> f.id().equals(part.key()))
                        .findFirst())
                .orElseThrow(() -> RegisterProblem.FACT_NOT_THERE.at(part.text(), part.text(), register.asOf()));
    }

    private static String name(Capture capture) {
        return capture.hash() + " of " + capture.day();
    }

    private void write(List<Edit> edits, long seen, LocalDate day, Capture capture, String who, String why) {
        store.edit(
                edits,
                new Attribution(day, who, why, Optional.of(new Citation(capture.source(), capture.day()))),
                seen);
    }

    /** The fact with these words at its citation of the capture's source, read on the capture's day. */
    private static Edit carrying(Register register, RegisterKey part, Capture capture, Quote quote) {
        Fact<?> fact = fact(register, part);
        List<Citation> citations = new ArrayList<>();
        boolean cites = false;
        for (Citation c : fact.citations()) {
            boolean here = c.source() == capture.source();
            cites |= here;
            if (here && c.read().isAfter(capture.day())) {
                throw RegisterProblem.READ_LATER.at(part.text(), part.text(), c.read(), capture.day());
            }
            citations.add(here ? new Citation(c.source(), capture.day(), Optional.of(quote)) : c);
        }
        if (!cites) {
            throw RegisterProblem.NOT_CITED.at(part.text(), capture.source(), capture.day());
        }
        return new Edit.Put(part, PartFields.cite(fact, citations));
    }
}
