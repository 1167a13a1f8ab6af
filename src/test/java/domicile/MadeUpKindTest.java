package domicile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import domicile.problem.ProblemException;
import domicile.register.Attribution;
import domicile.register.Difference.Choice;
import domicile.register.Edit;
import domicile.register.Pack;
import domicile.register.RegisterFile;
import domicile.register.RegisterKey;
import domicile.register.RegisterStore;
import domicile.register.Version;
import domicile.residency.AppliesTo;
import domicile.residency.Citation;
import domicile.residency.Fact;
import domicile.residency.Place;
import domicile.residency.PublishedDate;
import domicile.residency.Register;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A kind of fact that is one file and its words is read, stored, exported, checked and part of the schema as every
 * other.
 */
class MadeUpKindTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final RegisterKey PART = RegisterKey.fact("groq", "exit/embeddings@+batch");
    private static final Exit EXIT = new Exit(
            "embeddings",
            90,
            Exit.Format.OPEN,
            List.of(new Place.Bloc("EU"), new Place.Country("CH")),
            List.of("S3, by hand", "rclone"),
            Optional.of("groq"),
            "CH",
            Optional.of(new PublishedDate("2025-07")),
            true,
            new AppliesTo(List.of(), List.of("batch")));

    @TempDir
    private Path folder;

    private static Fact<?> fact(Register register) {
        return register.offering("groq").orElseThrow().facts(Exit.class).getFirst();
    }

    @Test
    void itIsReadWrittenAndHashed() throws IOException {
        Pack pack = Exit.pack(folder.resolve("in"), Exit.LINE);
        Register register = pack.register(TODAY);
        assertThat(fact(register).value()).isEqualTo(EXIT);
        assertThat(fact(register).id()).isEqualTo(PART.key());
        assertThat(register.hash()).isNotEqualTo(Pack.shipped().register(TODAY).hash());
        pack.write(folder.resolve("out"));
        assertThat(Files.readAllLines(folder.resolve("out/groq.json"))).contains("        " + Exit.LINE + ",");
        assertThat(Pack.read(folder.resolve("out"), TODAY, Exit.KINDS)
                        .register(TODAY)
                        .hash())
                .isEqualTo(register.hash());
        assertThat(RegisterFile.read("register.json", RegisterFile.write(register), TODAY, Exit.KINDS)
                        .hash())
                .isEqualTo(register.hash());
        assertThat(RegisterKey.parse(PART.text(), Exit.KINDS)).isEqualTo(PART);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Pack.read(folder.resolve("in"), TODAY))
                .withMessageContaining("exit");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "notice":90       | "notice":367      | notice
            "notice":90       | "notice":"90"     | notice
            "format":"OPEN"   | "format":"open"   | format
            ["EU","CH"]       | ["EU","Atlantis"] | leavesTo/1
            ["EU","CH"]       | []                | leavesTo
            "helper":"groq"   | "helper":"grok"   | helper
            "seat":"CH"       | "seat":"EU"       | seat
            "since":"2025-07" | "since":"soon"    | since
            "charged":true    | "charged":1       | charged
            "rclone"          | "rclone","rclone" | tools/2
            "tools"           | "tool"            | tool
            "embeddings"      | "Embeddings"      | topic""")
    void whatIsWrongIsRefusedAtItsField(String sound, String spoilt, String field) {
        assertThat(Exit.LINE).contains(sound);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Exit.pack(folder, Exit.LINE.replace(sound, spoilt)))
                .satisfies(e -> assertThat(e.where()).contains("#/offerings/0/facts/0/" + field));
    }

    @Test
    void itIsStoredEditedKeptInVersionsAndTakenBack() throws IOException {
        Pack pack = Exit.pack(folder.resolve("in"), Exit.LINE);
        String location = folder.resolve("register").toString();
        try (RegisterStore store = RegisterStore.open(location, CLOCK, Exit.KINDS)) {
            store.importPack(pack, false, d -> Choice.TAKE, new Attribution(TODAY, "officer", "a new kind"));
            assertThat(fact(store.asOf(TODAY)).value()).isEqualTo(EXIT);
            String changed = Exit.LINE.replace("90", "30").replace("2026-06-01", TODAY.toString());
            store.edit(
                    List.of(new Edit.Put(PART, changed)),
                    new Attribution(TODAY, "officer", "read again", Optional.of(new Citation(19, TODAY))));
            assertThat(store.check()).isEmpty();
        }
        try (RegisterStore store = RegisterStore.open(location, CLOCK, Exit.KINDS)) {
            List<Version> versions = store.history(PART);
            assertThat(versions).hasSize(2);
            assertThat(versions.getLast().fields()).anySatisfy(f -> {
                assertThat(f.field()).isEqualTo("notice");
                assertThat(f.before()).contains("90");
                assertThat(f.after()).contains("30");
            });
            store.export(TODAY).write(folder.resolve("out"));
            assertThat(Files.readString(folder.resolve("out/groq.json"))).contains("\"notice\":30");
            store.undo(store.changes().getLast().number(), "officer", "no");
            assertThat(fact(store.asOf(TODAY)).value()).isEqualTo(EXIT);
            assertThat(store.check()).isEmpty();
        }
    }

    @Test
    void theSchemaOfTheKindsTakesItAndRefusesWhatTheReaderRefuses() throws IOException {
        String schema = FactSchema.of(Exit.KINDS).toString();
        Exit.pack(folder, Exit.LINE);
        String groq = Files.readString(folder.resolve("groq.json"));
        assertThat(errors(schema, groq)).isEmpty();
        assertThat(errors(schema, groq.replace("\"notice\":90", "\"notice\":367")))
                .isNotEmpty();
        assertThat(errors(schema, groq.replace("\"OPEN\"", "\"open\""))).isNotEmpty();
        assertThat(errors(schema, groq.replace("\"charged\"", "\"free\""))).isNotEmpty();
        assertThat(Schemas.errors("domicile.provider/1", groq)).isNotEmpty();
    }

    private static List<?> errors(String schema, String json) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON)
                .validate(json, InputFormat.JSON);
    }
}
