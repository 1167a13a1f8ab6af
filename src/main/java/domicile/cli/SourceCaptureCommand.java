package domicile.cli;

import domicile.problem.ProblemException;
import domicile.register.RegisterStore;
import domicile.residency.Capture;
import domicile.residency.Register;
import domicile.residency.Source;
import domicile.source.FetchedPage;
import domicile.source.PageFetch;
import domicile.source.Pages;
import domicile.source.SourceReview;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code domicile source capture}: takes a page in. */
@Command(
        name = "capture",
        description = "Takes a source's page in, as it is today: a saved file (HTML, MHTML, PDF, Word, Markdown, text),"
                + " or an address that begins with https://, which is fetched without cookies and scripts.")
final class SourceCaptureCommand implements Runnable {
    @Parameters(index = "0", paramLabel = "ID", description = "The source's number.")
    private int id;

    @Parameters(index = "1", paramLabel = "FILE-OR-URL", description = "The saved page, or its address.")
    private String page = "";

    @Mixin
    private Who who = new Who();

    private final Common options;

    SourceCaptureCommand(Common options) {
        this.options = options;
    }

    @Override
    public void run() {
        LocalDate today = options.console().today();
        try (RegisterStore store = options.open()) {
            Pages pages = new Pages(store);
            Register register = store.asOf(today);
            Source source = SourceCommands.source(register, id);
            Capture capture = page.matches("(?i)[a-z][a-z0-9+.-]+://.*")
                    ? fetched(pages, source)
                    : pages.take(source, file(), who.name());
            options.console().out().println(capture.hash());
            SourceReview review = pages.review(store.asOf(today), source);
            options.note("domicile: taken in for source " + id + ", "
                    + pages.text(capture).units().size() + " units; "
                    + SourceCheckCommand.counts(review));
        }
    }

    private Path file() {
        try {
            return Path.of(page);
        } catch (InvalidPathException e) {
            throw new ProblemException("'" + page + "' " + Cli.NO_PATH, "FILE", "or name another", e);
        }
    }

    private Capture fetched(Pages pages, Source source) {
        FetchedPage fetched = PageFetch.overTheNet().fetch(page);
        if (fetched.addresses().size() > 1) {
            options.note("domicile: sent on: "
                    + fetched.addresses().stream().map(Object::toString).collect(Collectors.joining(" -> ")));
        }
        return pages.take(source, fetched, who.name());
    }
}
