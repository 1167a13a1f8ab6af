package domicile.desktop.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.TeamServer;
import domicile.desktop.kit.AtOnce;
import domicile.problem.ProblemException;
import domicile.register.Approvals;
import domicile.register.Approvals.Standing;
import domicile.register.RegisterProblem;
import domicile.register.RegisterStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.SetSystemProperty;

/** What the tab of approvals knows and does, on a server with roles and on a file. */
@SetSystemProperty(key = "org.postgresql.pgpassfile", value = "none")
class ApprovalsViewModelTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T10:00:00Z"), ZoneOffset.UTC);
    private static TeamServer team;

    @TempDir
    private Path folder;

    private final List<Exception> told = new ArrayList<>();
    private final AtomicInteger changed = new AtomicInteger();

    @BeforeAll
    static void serve() throws Exception {
        team = TeamServer.start(CLOCK);
    }

    @AfterAll
    static void stop() throws IOException {
        team.close();
    }

    private static RegisterStore store(String login) {
        return team.store(login);
    }

    private ApprovalsViewModel model(RegisterStore store) {
        ApprovalsViewModel model = new ApprovalsViewModel(
                new MaintenanceContext(store, CLOCK, "officer", new AtOnce(told::add), changed::incrementAndGet));
        model.refresh();
        return model;
    }

    private static Approvals.Matter of(Standing standing, String author) {
        return standing.waiting().stream()
                .filter(m -> m.author().equals(author))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anotherLoginApprovesAndTheAuthorDoesNot() {
        try (RegisterStore ed = store("ed");
                RegisterStore ap = store("ap")) {
            ed.assessments().save(UUID.randomUUID(), "By ed", closed());
            ap.assessments().save(UUID.randomUUID(), "By ap", closed());
            Standing standing = model(ap).standingProperty().get().orElseThrow();
            assertThat(standing.login()).isEqualTo("ap");
            assertThat(standing.may(of(standing, "ed"))).isTrue();
            assertThat(standing.may(of(standing, "ap"))).isFalse();
            ApprovalsViewModel model = model(ap);

            model.approve(of(standing, "ed"), "Looked at");

            assertThat(told).isEmpty();
            assertThat(changed).hasValue(1);
            assertThat(model.standingProperty().get().orElseThrow().matters())
                    .filteredOn(m -> m.author().equals("ed"))
                    .singleElement()
                    .satisfies(m -> assertThat(m.approval().map(Approvals.Approval::approver))
                            .contains("ap"));

            model.approve(of(standing, "ap"), "mine");
            assertThat(told)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.is(RegisterProblem.OWN_MATTER)).isTrue());
            assertThat(changed).hasValue(1);
            assertThat(model(ed).standingProperty().get().orElseThrow().approver())
                    .isFalse();
        }
    }

    private static String closed() {
        return "{\"schema\":\"domicile.answers/1\",\"answers\":{},\"evidence\":[],\"reviewed\":{\"on\":\"2026-06-30\"}}";
    }

    @Test
    void aFileHasNothingToApprove() {
        try (RegisterStore store = RegisterStore.open(folder.toString(), CLOCK)) {
            assertThat(model(store).standingProperty().get()).isEmpty();
        }
    }
}
