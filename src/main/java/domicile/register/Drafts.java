package domicile.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import domicile.problem.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * States of assessments that are on disk and not yet in the database: a file each, in a folder beside an H2 register.
 * To write one is quick and waits for nobody, where the database's file has to be opened and may be in use.
 *
 * <p>A file is never changed: it appears whole or not at all, and has a name of its own. So whoever puts states into
 * the database removes exactly those that were read, and never one that came meanwhile.
 */
final class Drafts {
    private static final Logger LOG = LoggerFactory.getLogger(Drafts.class);
    private static final Pattern NAME =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.(\\d{1,18})\\.(\\d{1,18})\\.json");
    private static final Duration ABANDONED = Duration.ofDays(1);
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Of one turn, what is put together of earlier ones comes first. */
    private static final Comparator<Draft> OLDEST_FIRST =
            Comparator.comparingLong(Draft::turn).thenComparingLong(Draft::process);

    private final H2File register;
    private final Path folder;

    /**
     * A file with one state.
     *
     * @param turn which of the states of its assessment it is; the highest is the newest
     * @param process the program that wrote it; 0 for all states up to its turn in one
     */
    record Draft(Path file, UUID id, long turn, long process) {}

    /**
     * What it says.
     *
     * @param base the state that whoever wrote it has begun from; empty when nobody else had one
     */
    record State(String name, String answers, Instant savedAt, Optional<SavedAssessments.Known> base) {

        /** The same when nothing more is to be taken from elsewhere. */
        State whole() {
            return new State(name, answers, savedAt, Optional.empty());
        }

        /** This one upon what is stored: what others have changed since its base stays. */
        State upon(Optional<State> stored) {
            return base.flatMap(from -> stored.map(there -> new State(
                            from.name().equals(name) ? there.name() : name,
                            AnswerMerge.of(from.answers(), answers, there.answers())
                                    .answers(),
                            savedAt,
                            base)))
                    .orElse(this);
        }
    }

    Drafts(H2File register) {
        this.register = register;
        this.folder = folder(register.named());
    }

    /** The folder of the answers that wait beside a register. */
    static Path folder(Path register) {
        return Database.beside(register, "answers");
    }

    /** Writes a state; it is on disk when this returns. */
    void write(UUID id, State state) {
        register.identity(); // what is saved beside a register that is gone would be lost with nobody knowing
        long turn = 1
                + waiting().stream()
                        .filter(d -> d.id().equals(id))
                        .mapToLong(Draft::turn)
                        .max()
                        .orElse(0);
        // the process is part of the name: two programs never write the same file
        write(id, turn, ProcessHandle.current().pid(), state);
    }

    private void write(UUID id, long turn, long process, State state) {
        ObjectNode said = JsonNodeFactory.instance
                .objectNode()
                .put("name", state.name())
                .put("savedAt", state.savedAt().toString())
                .put("answers", state.answers());
        state.base()
                .ifPresent(
                        base -> said.putObject("base").put("name", base.name()).put("answers", base.answers()));
        byte[] text = said.toString().getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve(id + "." + turn + "." + process + ".json");
        try {
            OwnFiles.folder(folder);
            AtomicFile.writeLasting(file, register.sealing().sealed(out -> out.write(text)));
        } catch (IOException e) {
            throw StorageErrors.unwritten(folder.toString(), e);
        }
    }

    /**
     * Puts the states of each assessment together in one file, where they go on waiting: nothing takes them. Killed
     * half-way it says the same: what is put together takes the place of all that it was made of, and its own last
     * state upon it changes nothing.
     */
    void fold(Function<UUID, Optional<State>> stored) {
        waiting().stream().collect(Collectors.groupingBy(Draft::id)).forEach((id, all) -> {
            if (all.size() > 1) {
                Draft last = all.stream().max(OLDEST_FIRST).orElseThrow();
                newest(all, stored).forEach((same, state) -> write(same, last.turn(), 0, state.whole()));
                remove(all.stream()
                        .filter(d -> d.turn() < last.turn() || d.process() != 0)
                        .toList());
            }
        });
    }

    /** All that wait, the oldest of each assessment first. */
    List<Draft> waiting() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(f -> draft(f).stream()).sorted(OLDEST_FIRST).toList();
        } catch (NoSuchFileException | NotDirectoryException none) {
            return List.of();
        } catch (IOException e) {
            throw StorageErrors.unreadable(folder.toString(), e);
        }
    }

    private static Optional<Draft> draft(Path file) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        return name.matches()
                ? Optional.of(new Draft(
                        file,
                        UUID.fromString(name.group(1)),
                        Long.parseLong(name.group(2)),
                        Long.parseLong(name.group(3))))
                : Optional.empty();
    }

    /**
     * The newest state of each assessment that waits and can be read: one upon the other, the oldest first, upon what
     * is in the register.
     */
    Map<UUID, State> newest(Collection<Draft> drafts, Function<UUID, Optional<State>> stored) {
        Map<UUID, State> newest = new TreeMap<>();
        drafts.stream()
                .sorted(OLDEST_FIRST)
                .forEach(d -> read(d).ifPresent(state -> newest.put(
                        d.id(),
                        state.upon(Optional.ofNullable(newest.get(d.id())).or(() -> stored.apply(d.id()))))));
        return newest;
    }

    private Optional<State> read(Draft draft) {
        if (!Files.isRegularFile(draft.file())) {
            return Optional.empty(); // put into the register since it was listed, or nothing that this program wrote
        }
        try (InputStream in = register.sealing().open(draft.file())) {
            JsonNode json = JSON.readTree(in.readAllBytes());
            return json.path("name").isTextual() && json.path("answers").isTextual()
                    ? Optional.of(new State(
                            json.path("name").textValue(),
                            json.path("answers").textValue(),
                            Instant.parse(json.path("savedAt").asText()),
                            base(json.path("base"))))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty(); // put into the register since it was listed
        } catch (IOException | DateTimeException e) {
            LOG.warn("a saved state cannot be read: {}", draft.file(), e);
            return Optional.empty();
        }
    }

    private static Optional<SavedAssessments.Known> base(JsonNode json) {
        return json.isObject()
                ? Optional.of(new SavedAssessments.Known(
                        json.path("name").asText(), json.path("answers").asText()))
                : Optional.empty();
    }

    /**
     * Removes states that are in the database now. The oldest go first: should one stay, the newer ones that it could
     * be mistaken for stay with it. What cannot be read stays too, for a person to look at.
     */
    void remove(List<Draft> drafts) {
        for (Draft draft : drafts.stream().sorted(OLDEST_FIRST).toList()) {
            if (read(draft).isPresent()) {
                try {
                    Files.deleteIfExists(draft.file());
                } catch (IOException e) {
                    LOG.warn("left behind, and put in again next time: {}", draft.file(), e);
                    break;
                }
            }
        }
        removeAbandoned();
    }

    /** What a killed program had begun to write. */
    private void removeAbandoned() {
        try (Stream<Path> files = Files.list(folder)) {
            long old = Instant.now().minus(ABANDONED).toEpochMilli();
            for (Path part : files.filter(f -> f.toString().endsWith(".part")).toList()) {
                long written = part.toFile().lastModified();
                if (written > 0 && written < old) { // 0: another program has just finished it
                    Files.deleteIfExists(part);
                }
            }
        } catch (IOException e) {
            LOG.warn("could not clean up {}", folder, e);
        }
    }

    /** What cannot be read, one message each. */
    List<Message> check() {
        return waiting().stream()
                .filter(d -> read(d).isEmpty())
                .map(d -> Message.of("damage.answers", d.file()))
                .toList();
    }
}
