package domicile.register;

import domicile.vault.DataKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.h2.api.ErrorCode;
import org.h2.message.DbException;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.db.ValueDataType;
import org.h2.mvstore.tx.VersionedValueType;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;
import org.h2.value.VersionedValue;

/**
 * Looks into an H2 file before H2 itself opens it. H2 runs what it finds in a file: it compiles aliases, calls
 * triggers, connects linked tables, evaluates views and defaults, and loads the classes of data types by name. So a
 * file is read here as the plain key-value store that it is (MVStore), with readers that know bytes alone, and is
 * refused when it holds anything but what the migrations of Domicile make.
 *
 * <p>What they make is listed in {@code objects.txt}, a statement a line, as H2 keeps it.
 */
final class KnownObjects {
    private static final int BLOCK = 4096;
    private static final String CATALOGUE = "table.0";
    private static final String TYPES = "_";
    private static final Pattern WITHIN_HEADER = Pattern.compile("H:[^\\n]*?,fletcher:([0-9a-f]+)");
    // names and numbers that H2 makes up
    private static final Pattern MADE_UP = Pattern.compile(
            "(PRIMARY_KEY|CONSTRAINT|CONSTRAINT_INDEX|SYSTEM_SEQUENCE)_[0-9A-F_]+|(START WITH) \\d+(?: RESTART WITH \\d+)?"
                    + "|(SALT|HASH) '[0-9a-f]*'|(CREATE_BUILD) \\d+");
    private static final Pattern MADE = Pattern.compile(
            "VIEW|ALIAS|TRIGGER|LINKED TABLE|DOMAIN|CONSTANT|AGGREGATE|SCHEMA|SYNONYM|ROLE|USER|INDEX|CONSTRAINT|SEQUENCE|COMMENT"
                    + "|GRANT|TABLE|SET [A-Z_]+");
    private static final Pattern NAME = Pattern.compile("(?:\"[^\"]*\"\\.)?\"([^\"]*)\"");
    private static final Set<String> DATA_TYPES = Set.of(
            "org.h2.mvstore.type.LongDataType",
            "org.h2.mvstore.type.ByteArrayDataType",
            "org.h2.mvstore.db.NullValueDataType",
            "org.h2.mvstore.db.LobStorageMap$BlobReference$Type",
            "org.h2.mvstore.db.LobStorageMap$BlobMeta$Type");
    private static final String VERSIONED = "org.h2.mvstore.tx.VersionedValueType$Factory";
    private static final String ROW = "org.h2.mvstore.db.RowDataType$Factory";
    /** What H2 has counted of a column once a table has grown by some thousand rows; it plans queries by it. */
    private static final Pattern SELECTIVITY = Pattern.compile(" SELECTIVITY [0-9]{1,3}(?=[,) ]|$)");

    private static final Set<String> KNOWN = read();

    private KnownObjects() {}

    private static Set<String> read() {
        try (InputStream in = KnownObjects.class.getResourceAsStream("objects.txt")) {
            if (in == null) {
                throw new IllegalStateException("objects.txt is part of the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Refuses a file that is damaged, cut off, or holds what no register holds.
     *
     * @throws SQLException when another program has it open
     */
    static void check(H2File file, Optional<DataKey> key) throws SQLException {
        String where = file.named().toString();
        try {
            Set<String> more = new TreeSet<>(statements(file, key));
            more.removeAll(KNOWN);
            // what could have run is named before what is merely not known
            more.stream()
                    .min(Comparator.comparing(
                            Pattern.compile("^(ALTER|CREATE CACHED TABLE|SET)").asPredicate()::test))
                    .ifPresent(statement -> {
                        throw RegisterProblem.HOLDS_MORE.at(where, shown(statement));
                    });
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw DbException.toSQLException(DbException.get(ErrorCode.DATABASE_ALREADY_OPEN_1, e, where));
            }
            throw StorageErrors.damaged(where, e);
        } catch (IOException | DbException | IndexOutOfBoundsException | IllegalArgumentException e) {
            // what a reader of bytes runs into when they are not what they claim to be
            throw StorageErrors.damaged(where, e);
        }
    }

    /** What a file holds beside its rows, in the words of H2, each once and without what H2 makes up. */
    static Set<String> statements(H2File file, Optional<DataKey> key) throws IOException {
        long newest = newest(file, key);
        MVStore.Builder opening = new MVStore.Builder()
                .fileName(file.disk().scheme() + file.real())
                .readOnly()
                .cacheSize(0);
        key.ifPresent(k -> opening.encryptionKey(chars(Sealing.letters(k))));
        MVStore store = opening.open();
        try {
            // H2 falls back to an older state when a newer one is not whole
            if (store.getCurrentVersion() < newest) {
                throw StorageErrors.cutOff(file.named().toString());
            }
            long blocks = (Files.size(file.real()) - (key.isPresent() ? Sealing.H2_HEAD : 0)) / BLOCK;
            for (Map.Entry<String, String> chunk : store.getLayoutMap().entrySet()) {
                if (chunk.getKey().startsWith("chunk.") && end(DataUtils.parseMap(chunk.getValue())) > blocks) {
                    throw StorageErrors.cutOff(file.named().toString());
                }
            }
            List<String> types = all(store, TYPES, new TypeNames()).stream()
                    .flatMap(List::stream)
                    .filter(name -> !DATA_TYPES.contains(name))
                    .toList();
            if (!types.isEmpty()) {
                throw RegisterProblem.HOLDS_MORE.at(file.named().toString(), "data type");
            }
            Set<String> statements = new TreeSet<>();
            if (store.hasMap(CATALOGUE)) {
                MVMap<Long, VersionedValue<String>> rows = store.openMap(
                        CATALOGUE,
                        new MVMap.Builder<Long, VersionedValue<String>>()
                                .keyType(LongDataType.INSTANCE)
                                .valueType(new VersionedValueType<String, Object>(new CatalogueRow())));
                rows.values().forEach(row -> {
                    // a row that is being changed while its program was killed holds both
                    Optional.ofNullable(row.getCurrentValue())
                            .map(KnownObjects::plain)
                            .ifPresent(statements::add);
                    Optional.ofNullable(row.getCommittedValue())
                            .map(KnownObjects::plain)
                            .ifPresent(statements::add);
                });
            }
            return statements;
        } finally {
            store.closeImmediately();
        }
    }

    private static long end(Map<String, String> chunk) {
        return DataUtils.parseHexLong(chunk.getOrDefault("block", "0"))
                + DataUtils.parseHexLong(chunk.getOrDefault("len", "0"));
    }

    /** The newest state that the file's own header speaks of; it stands twice, and one of them may be half-written. */
    private static long newest(H2File file, Optional<DataKey> key) throws IOException {
        byte[] head;
        try (FileChannel raw = FileChannel.open(file.real(), StandardOpenOption.READ);
                FileChannel plain = key.isEmpty() ? raw : Encryption.plain(raw, key.get())) {
            head = Channels.newInputStream(plain).readNBytes(2 * BLOCK);
        }
        long newest = -1;
        for (int at = 0; at + BLOCK <= head.length; at += BLOCK) {
            String text = new String(head, at, BLOCK, StandardCharsets.ISO_8859_1);
            Matcher header = WITHIN_HEADER.matcher(text);
            if (header.lookingAt()
                    && Integer.toHexString(DataUtils.getFletcher32(head, at, text.indexOf(",fletcher:")))
                            .equals(header.group(1))) {
                String version = DataUtils.parseMap(text.substring(0, text.indexOf('\n')))
                        .getOrDefault("version", "0");
                newest = Math.max(newest, DataUtils.parseHexLong(version));
            }
        }
        return newest;
    }

    /** As H2 takes a key: two bytes a letter. */
    private static char[] chars(byte[] key) {
        char[] chars = new char[key.length / 2];
        ByteBuffer.wrap(key).asCharBuffer().get(chars);
        return chars;
    }

    private static <T> List<T> all(MVStore store, String map, BasicDataType<T> type) {
        if (!store.hasMap(map)) {
            return List.of();
        }
        MVMap<String, T> values = store.openMap(
                map,
                new MVMap.Builder<String, T>().keyType(StringDataType.INSTANCE).valueType(type));
        return new ArrayList<>(values.values());
    }

    private static String plain(String statement) {
        String one =
                SELECTIVITY.matcher(statement.replaceAll("\\s+", " ").strip()).replaceAll("");
        return MADE_UP.matcher(one).replaceAll(m -> {
            for (int group = 1; group <= m.groupCount(); group++) {
                if (m.group(group) != null) {
                    return Matcher.quoteReplacement(m.group(group) + "_?");
                }
            }
            throw new IllegalStateException("one of them matched");
        });
    }

    /** What a statement makes and its name, without the statement. */
    private static String shown(String statement) {
        Matcher made = MADE.matcher(statement);
        Matcher name = NAME.matcher(statement);
        String kind = made.find() ? made.group().toLowerCase(Locale.ROOT) : "?";
        return name.find() ? kind + " " + name.group(1) : kind;
    }

    /** Of a row of H2's catalogue, the statement that makes the object. */
    private static final class CatalogueRow extends Reader<String> {
        private static final int BEFORE = 3; // the object's number, an unused one, and its kind

        private final ValueDataType values = new ValueDataType();

        @Override
        public String read(ByteBuffer bytes) {
            for (int i = 0; i < BEFORE; i++) {
                values.read(bytes);
            }
            return String.valueOf(values.read(bytes).getString());
        }

        @Override
        public String[] createStorage(int size) {
            return new String[size];
        }
    }

    /** Of a data type, the names of the classes that H2 would load, without loading them. */
    private static final class TypeNames extends Reader<List<String>> {

        @Override
        public List<String> read(ByteBuffer bytes) {
            String name = DataUtils.readString(bytes);
            return switch (name) {
                case VERSIONED -> read(bytes);
                case ROW -> row(bytes);
                default -> List.of(name);
            };
        }

        private static List<String> row(ByteBuffer bytes) {
            DataUtils.readVarInt(bytes); // how many columns there are
            numbers(bytes); // how they are sorted
            numbers(bytes); // which of them an index has
            bytes.get(); // whether it has the row's number
            return List.of();
        }

        private static void numbers(ByteBuffer bytes) {
            int count = DataUtils.readVarInt(bytes) - 1;
            for (int i = 0; i < count; i++) {
                DataUtils.readVarInt(bytes);
            }
        }

        @Override
        @SuppressWarnings({"unchecked", "rawtypes"}) // an array of lists cannot be made in another way
        public List<String>[] createStorage(int size) {
            return new List[size];
        }
    }

    /** A data type that is only ever read. */
    private abstract static class Reader<T> extends BasicDataType<T> {
        @Override
        public int getMemory(T value) {
            return 0;
        }

        @Override
        public void write(WriteBuffer buffer, T value) {
            throw new UnsupportedOperationException("opened to read alone");
        }
    }
}
