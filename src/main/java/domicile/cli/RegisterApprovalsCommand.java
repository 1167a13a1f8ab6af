package domicile.cli;

import domicile.register.Approvals;
import domicile.register.RegisterStore;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code domicile register approvals}: what waits for a second pair of eyes. */
@Command(
        name = "approvals",
        description = "Lists the imports, accepted risks and closed reviews that wait for an approver who is not their"
                + " author, in a register on a server with roles, and approves them.")
final class RegisterApprovalsCommand implements Runnable {
    @Option(names = "--all", description = "Those that were approved too.")
    private boolean all;

    @Option(
            names = "--approve",
            paramLabel = "NUMBER",
            description = "Approves this one first; may stand several times.")
    private List<Long> approved = List.of();

    @Option(names = "--why", paramLabel = "TEXT", description = "Why; default: ${DEFAULT-VALUE}.")
    private String why = "Looked at";

    @Mixin
    private Output output = new Output();

    private final Common options;

    RegisterApprovalsCommand(Common options) {
        this.options = options;
    }

    @Override
    public void run() {
        Optional<Approvals.Standing> found;
        try (RegisterStore store = options.open()) {
            approved.forEach(number -> store.approvals().approve(number, why));
            found = store.approvals().standing();
        }
        List<Approvals.Matter> shown =
                found.map(s -> all ? s.matters() : s.waiting()).orElse(List.of());
        PrintWriter out = options.console().out();
        switch (output.format()) {
            case json ->
                out.println(Json.text(
                        shown.stream().map(RegisterApprovalsCommand::json).toList()));
            case table -> {
                Table table = new Table("NUMBER", "KIND", "ABOUT", "DETAIL", "AUTHOR", "APPROVED BY");
                shown.forEach(m -> table.row(
                        String.valueOf(m.number()),
                        m.kind().name(),
                        m.about(),
                        m.detail(),
                        m.author(),
                        m.approval().map(Approvals.Approval::approver).orElse("")));
                table.print(out);
            }
        }
        options.note("domicile: "
                + found.map(RegisterApprovalsCommand::told)
                        .orElse("this register has no roles, so nothing waits for an approval"));
    }

    private static String told(Approvals.Standing standing) {
        int waiting = standing.waiting().size();
        return (waiting == 1 ? "1 waits" : waiting + " wait") + " for an approver who is not the author; "
                + standing.login()
                + (standing.approver()
                        ? " may approve "
                                + standing.waiting().stream()
                                        .filter(standing::may)
                                        .count() + " with --approve NUMBER"
                        : " is no approver");
    }

    /** What an import says that it waits for; nothing where nothing waits. */
    static void remind(RegisterStore store, Common options) {
        store.approvals()
                .standing()
                .ifPresent(standing -> standing.waiting().stream()
                        .filter(m ->
                                m.kind() == Approvals.Kind.IMPORT && m.author().equals(standing.login()))
                        .findFirst()
                        .ifPresent(m -> options.note(
                                "domicile: the import waits as number " + m.number() + " for an approver who is not "
                                        + m.author() + "; see 'domicile register approvals'")));
    }

    private static Map<String, Object> json(Approvals.Matter m) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", m.number());
        json.put("kind", m.kind().name());
        json.put("about", m.about());
        json.put("detail", m.detail());
        json.put("author", m.author());
        json.put("writtenAt", m.writtenAt().toString());
        m.approval().ifPresent(a -> {
            json.put("approver", a.approver());
            json.put("approvedAt", a.at().toString());
            json.put("why", a.why());
        });
        return json;
    }
}
