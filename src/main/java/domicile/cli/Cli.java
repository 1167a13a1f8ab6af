package domicile.cli;

import domicile.json.StrictJson;
import domicile.problem.DiskError;
import domicile.problem.InputFile;
import domicile.problem.ProblemException;
import domicile.report.model.BuildInfo;
import domicile.report.model.CleanText;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line. Exit codes: 0 done, 1 the check failed, 2 wrong usage or unreadable input. An error is one line on
 * standard error that says what, where and what to do; data that nobody can take is one too, a reader who left is not.
 */
public final class Cli {
    /** The check that was asked for failed. */
    static final int FAILED = 1;

    /**
     * Opens the desktop on a register, and a workload file in it, and returns the exit code when its window is closed.
     */
    public interface Desktop {
        int open(String register, Optional<Path> file);
    }

    /** What a text that names no file is, for a message. */
    static final String NO_PATH =
            "can name no file on this system; where it holds letters such as ü, set a UTF-8 locale"
                    + " (LC_ALL=C.UTF-8)";

    private static final String MORE_MEMORY = "DOMICILE_JAVA_OPTS=-Xmx1g (JAVA_TOOL_OPTIONS where it is installed)";
    private static final Pattern INDEX = Pattern.compile("positional parameter at index [0-9.*+]+ \\(([^)]*)\\)");

    private Cli() {}

    @Command(
            name = "domicile",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            synopsisSubcommandLabel = "[COMMAND]",
            description =
                    "Where an AI offering runs, stores and serves your data. Without a command: opens the desktop,"
                            + " with a workload file as a new assessment.")
    static final class Root implements Callable<Integer> {
        @CommandLine.Spec
        private CommandSpec spec = CommandSpec.create();

        @CommandLine.Parameters(
                arity = "0..1",
                paramLabel = "FILE",
                description = "A workload file (domicile.workload/1) to open in the desktop.")
        private Optional<Path> file = Optional.empty();

        private final Desktop desktop;
        private final Common options;

        Root(Common options, Desktop desktop) {
            this.options = options;
            this.desktop = desktop;
        }

        @Override
        public Integer call() {
            file.ifPresent(this::check);
            options.passphrases().unlockUnasked(options.location());
            return desktop.open(options.location(), file.map(Path::toAbsolutePath));
        }

        /** A word that is no file is more likely a command that was misspelt. */
        private void check(Path given) {
            if (given.getNameCount() == 1 && !given.toString().contains(".") && !Files.exists(given)) {
                throw new UnmatchedArgumentException(spec.commandLine(), List.of(given.toString()));
            }
            InputFile.check(given, StrictJson.MAX_BYTES);
        }
    }

    /** Runs one command, or opens the desktop when none is given, and returns its exit code. */
    public static int run(Console console, List<String> args, Desktop desktop) {
        int code;
        try {
            code = commandLine(console, desktop).execute(args.toArray(String[]::new));
        } catch (OutOfMemoryError e) {
            code = tell(
                    console,
                    "the memory is used up; give Domicile more, such as 1 GB with " + MORE_MEMORY
                            + ", or name fewer files");
        }
        console.out().flush();
        if (code != CommandLine.ExitCode.USAGE && console.data().failure().isPresent()) {
            code = tell(
                    console,
                    "standard output: it cannot be written ("
                            + DiskError.said(console.data().failure().get()) + "); send it where there is room");
        }
        console.err().flush();
        return code;
    }

    private static int tell(Console console, String error) {
        console.err().println("domicile: " + CleanText.of(error));
        return CommandLine.ExitCode.USAGE;
    }

    static CommandLine commandLine(Console console, Desktop desktop) {
        Common common = new Common(console);
        CommandLine line = new CommandLine(new Root(common, desktop));
        // Inherited: the common options stand before the command or after it.
        line.addMixin("common", common);
        line.addSubcommand("list", new ListCommand(common));
        line.addSubcommand("show", new ShowCommand(common));
        line.addSubcommand("assess", new AssessCommand(common));
        line.addSubcommand("report", new ReportCommand(common));
        line.addSubcommand("minutes", new MinutesCommand(common));
        line.addSubcommand("verify", new VerifyCommand(common));
        line.addSubcommand("gate", new GateCommand(common));
        line.addSubcommand("scan", new ScanCommand(common));
        line.addSubcommand("register", registerCommands(common));
        line.addSubcommand("source", sourceCommands(common));
        line.addSubcommand("document", documentCommands(common));
        line.addSubcommand("backup", new BackupCommand(common));
        line.addSubcommand("restore", new RestoreCommand(common));
        line.addSubcommand("completion", new CompletionCommand());
        equip(line);
        line.setOut(console.out());
        line.setErr(console.err());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        // a file that begins with @ is a file
        line.setExpandAtFiles(false);
        line.registerConverter(LocalDate.class, Cli::day);
        line.registerConverter(Path.class, Cli::path);
        line.registerConverter(Integer.class, text -> Math.toIntExact(number(text, Integer.MAX_VALUE)));
        line.registerConverter(int.class, text -> Math.toIntExact(number(text, Integer.MAX_VALUE)));
        line.registerConverter(Long.class, text -> number(text, Long.MAX_VALUE));
        line.registerConverter(long.class, text -> number(text, Long.MAX_VALUE));
        line.setParameterExceptionHandler((e, args) -> refuse(console, e));
        line.setExecutionExceptionHandler((e, failed, parsed) -> fail(console, e, parsed));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                console.color() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        return line;
    }

    private static CommandLine registerCommands(Common common) {
        CommandLine register = new CommandLine(new RegisterCommand());
        register.addSubcommand("verify", new RegisterVerifyCommand(common));
        register.addSubcommand("diff", new RegisterDiffCommand(common));
        register.addSubcommand("import", new RegisterImportCommand(common));
        register.addSubcommand("export", new RegisterExportCommand(common));
        register.addSubcommand("history", new RegisterHistoryCommand(common));
        register.addSubcommand("evidence", new RegisterEvidenceCommand(common));
        register.addSubcommand("stale", new RegisterStaleCommand(common));
        register.addSubcommand("confirm", new RegisterConfirmCommand(common));
        register.addSubcommand("edit", new RegisterEditCommand(common));
        register.addSubcommand("undo", new RegisterUndoCommand(common));
        register.addSubcommand("upgrade", new RegisterUpgradeCommand(common));
        register.addSubcommand("encrypt", new RegisterEncryptCommand(common));
        register.addSubcommand("decrypt", new RegisterDecryptCommand(common));
        register.addSubcommand("rekey", new RegisterRekeyCommand(common));
        register.addSubcommand("approvals", new RegisterApprovalsCommand(common));
        register.addSubcommand("copy", new RegisterCopyCommand(common));
        register.addSubcommand("merge", new RegisterMergeCommand(common));
        return register;
    }

    private static CommandLine sourceCommands(Common common) {
        CommandLine source = new CommandLine(new SourceCommand());
        source.addSubcommand("list", new SourceListCommand(common));
        source.addSubcommand("capture", new SourceCaptureCommand(common));
        source.addSubcommand("quote", new SourceQuoteCommand(common));
        source.addSubcommand("suggest", new SourceSuggestCommand(common));
        source.addSubcommand("check", new SourceCheckCommand(common));
        source.addSubcommand("diff", new SourceDiffCommand(common));
        source.addSubcommand("confirm", new SourceConfirmCommand(common));
        source.addSubcommand("withdraw", new SourceWithdrawCommand(common));
        source.addSubcommand("compare", new SourceCompareCommand(common));
        return source;
    }

    private static CommandLine documentCommands(Common common) {
        CommandLine document = new CommandLine(new DocumentCommand());
        document.addSubcommand("read", new DocumentReadCommand(common));
        document.addSubcommand("accept", new DocumentAcceptCommand(common));
        document.addSubcommand("compare", new DocumentCompareCommand(common));
        return document;
    }

    /** Gives every command help and version. */
    private static void equip(CommandLine line) {
        for (CommandLine sub : line.getSubcommands().values()) {
            sub.addMixin("help", new Help());
            equip(sub);
        }
    }

    @Command(mixinStandardHelpOptions = true, versionProvider = Version.class)
    static final class Help {}

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + text + "' is no date: write an existing day as YYYY-MM-DD");
        }
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException("'" + text + "' " + NO_PATH);
        }
    }

    private static long number(String text, long most) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is no whole number from 0 to " + most);
        }
    }

    private static int refuse(Console console, ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        StringBuilder text = new StringBuilder(
                switch (e) {
                    case UnmatchedArgumentException unmatched -> unmatched(unmatched);
                    default -> INDEX.matcher(String.valueOf(e.getMessage())).replaceAll("$1");
                });
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            text.append("; did you mean ")
                    .append(String.join(" or ", unmatched.getSuggestions()))
                    .append('?');
        } else {
            text.append("; see '").append(command).append(" --help'");
        }
        return tell(console, text.toString());
    }

    private static String unmatched(UnmatchedArgumentException e) {
        String first = e.getUnmatched().getFirst();
        boolean command = e.getCommandLine().getParent() == null
                || !e.getCommandLine().getSubcommands().isEmpty();
        return (first.startsWith("-") ? "there is no option" : command ? "there is no command" : "nothing is done with")
                + " '" + first + "'";
    }

    private static int fail(Console console, Exception e, ParseResult parsed) {
        int code = tell(
                console,
                switch (e) {
                    case ProblemException refused -> String.valueOf(refused.getMessage());
                    case UncheckedIOException io -> "a file cannot be read or written (" + DiskError.said(io) + ")";
                    default -> "a fault of Domicile; run the command again with --debug and report what it prints";
                });
        if (parsed.expandedArgs().contains("--debug")) {
            e.printStackTrace(console.err());
        }
        return code;
    }

    /** Prints a completion script for bash and zsh. */
    @Command(name = "completion", description = "Prints a completion script: source <(domicile completion).")
    static final class CompletionCommand implements Runnable {
        @CommandLine.Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public void run() {
            spec.commandLine()
                    .getOut()
                    .print(AutoComplete.bash("domicile", spec.root().commandLine()));
        }
    }

    /** The version that the build wrote. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Domicile " + BuildInfo.version()};
        }
    }
}
