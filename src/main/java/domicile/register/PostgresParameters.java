package domicile.register;

import domicile.json.JsonProblem;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.postgresql.PGProperty;

/**
 * Which of the driver's parameters are taken, in an address and in a service file, and what each may be. What makes the
 * driver load a class, write files or talk another protocol is not.
 */
final class PostgresParameters {
    /** Seconds, which the driver takes as milliseconds. */
    private static final int MOST = Integer.MAX_VALUE / 1000;

    private static final String NAMED = "jdbc:postgresql";

    private PostgresParameters() {}

    /** Whether its value may be shown to nobody. */
    static boolean secret(PGProperty property) {
        return kind(property) == Kind.SECRET;
    }

    /** Whether an address may say it. */
    static boolean taken(String name) {
        return Optional.ofNullable(PGProperty.forName(name)).stream()
                .map(PostgresParameters::kind)
                .anyMatch(kind -> kind != Kind.REFUSED && kind != Kind.PLACE);
    }

    /** All that an address may say, for messages. */
    static String taken() {
        return Arrays.stream(PGProperty.values())
                .map(PGProperty::getName)
                .filter(PostgresParameters::taken)
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .collect(Collectors.joining(", "));
    }

    /**
     * Refuses what is not taken, which a service file alone can still say, and a wrong value, since what the driver
     * would say of it holds the value.
     */
    static void check(Properties read) {
        for (PGProperty property : PGProperty.values()) {
            Optional.ofNullable(property.getOrNull(read)).ifPresent(value -> {
                if (value.indexOf('\0') >= 0) {
                    throw PostgresAddress.unreadable();
                }
                switch (kind(property)) {
                    case NUMBER -> number(property, value);
                    case SWITCH -> oneOf(property, value, "true", "false");
                    case CHOICE -> oneOf(property, value, choices(property));
                    case TEXT, SECRET, PLACE -> {}
                    case REFUSED -> throw RegisterProblem.SERVICE_PARAMETER.at(NAMED, property.getName(), taken());
                }
            });
        }
    }

    private static void number(PGProperty property, String value) {
        if (!value.matches("[0-9]{1,7}") || Integer.parseInt(value) > MOST) {
            throw JsonProblem.OUT_OF_RANGE.at(NAMED, property.getName(), 0, String.valueOf(MOST));
        }
    }

    private static void oneOf(PGProperty property, String value, String... choices) {
        boolean bare = property == PGProperty.SSL && value.isEmpty();
        if (!bare && Arrays.stream(choices).noneMatch(value::equalsIgnoreCase)) {
            throw RegisterProblem.ADDRESS_VALUE.at(NAMED, property.getName(), String.join(", ", choices));
        }
    }

    private static String[] choices(PGProperty property) {
        return Optional.ofNullable(property.getChoices()).orElseGet(() -> new String[0]);
    }

    private enum Kind {
        TEXT,
        SECRET,
        NUMBER,
        SWITCH,
        CHOICE,
        /** The driver's name for a part of the address; as a parameter it would contradict the address. */
        PLACE,
        REFUSED
    }

    /**
     * What is done with each parameter that the driver knows. Taken is what a login, an encrypted line, a failover or a
     * pooler on the way needs; what makes the driver load a class, read other settings or talk another protocol is
     * refused, and what has no use here.
     */
    @SuppressWarnings("deprecation")
    private static Kind kind(PGProperty property) {
        return switch (property) {
            case USER, APPLICATION_NAME, CURRENT_SCHEMA, OPTIONS, REQUIRE_AUTH -> Kind.TEXT;
            case SSL_ROOT_CERT, SSL_CERT, SSL_KEY, PEM_KEY_ALGORITHM -> Kind.TEXT;
            // an entry of a file that the person keeps for every program, see PGSERVICEFILE
            case SERVICE -> Kind.TEXT;
            case PASSWORD, SSL_PASSWORD -> Kind.SECRET;
            case CONNECT_TIMEOUT, SOCKET_TIMEOUT, LOGIN_TIMEOUT, PREPARE_THRESHOLD -> Kind.NUMBER;
            case SSL, TCP_KEEP_ALIVE, LOAD_BALANCE_HOSTS -> Kind.SWITCH;
            case SSL_MODE, SSL_NEGOTIATION, CHANNEL_BINDING, GSS_ENC_MODE, TARGET_SERVER_TYPE, PREFER_QUERY_MODE ->
                Kind.CHOICE;
            case PG_HOST, PG_PORT, PG_DBNAME -> Kind.PLACE;
            // load classes
            case AUTHENTICATION_PLUGIN_CLASS_NAME,
                    CLASS_LOADER_STRATEGY,
                    CONNECT_EXECUTOR,
                    CONNECT_EXECUTOR_ARG,
                    SOCKET_FACTORY,
                    SOCKET_FACTORY_ARG,
                    SSL_FACTORY,
                    SSL_FACTORY_ARG,
                    SSL_HOSTNAME_VERIFIER,
                    SSL_PASSWORD_CALLBACK,
                    XML_FACTORY_FACTORY -> Kind.REFUSED;
            // write files or logs
            case LOGGER_FILE, LOGGER_LEVEL, LOG_UNCLOSED_CONNECTIONS, LOG_SERVER_ERROR_DETAIL -> Kind.REFUSED;
            // read settings of the system, which may name all of these
            case JAAS_APPLICATION_NAME,
                    JAAS_LOGIN,
                    KERBEROS_SERVER_NAME,
                    GSS_LIB,
                    GSS_USE_DEFAULT_CREDS,
                    SSPI_SERVICE_CLASS,
                    USE_SPNEGO -> Kind.REFUSED;
            // of no use here, or they change what statements mean and give
            case ADAPTIVE_FETCH,
                    ADAPTIVE_FETCH_MAXIMUM,
                    ADAPTIVE_FETCH_MINIMUM,
                    ALLOW_ENCODING_CHANGES,
                    ASSUME_MIN_SERVER_VERSION,
                    AUTOSAVE,
                    BINARY_TRANSFER,
                    BINARY_TRANSFER_DISABLE,
                    BINARY_TRANSFER_ENABLE,
                    CANCEL_SIGNAL_TIMEOUT,
                    CLEANUP_SAVEPOINTS,
                    CONVERT_BOOLEAN_TO_NUMERIC,
                    DATABASE_METADATA_CACHE_FIELDS,
                    DATABASE_METADATA_CACHE_FIELDS_MIB,
                    DEFAULT_ROW_FETCH_SIZE,
                    DISABLE_COLUMN_SANITISER,
                    ESCAPE_SYNTAX_CALL_MODE,
                    FLUSH_CACHE_ON_DDL,
                    GROUP_STARTUP_PARAMETERS,
                    GSS_RESPONSE_TIMEOUT,
                    HIDE_UNPRIVILEGED_OBJECTS,
                    HOST_RECHECK_SECONDS,
                    LOCAL_SOCKET_ADDRESS,
                    MAX_RESULT_BUFFER,
                    MAX_SEND_BUFFER_SIZE,
                    PREPARED_STATEMENT_CACHE_QUERIES,
                    PREPARED_STATEMENT_CACHE_SIZE_MIB,
                    PROTOCOL_VERSION,
                    QUERY_TIMEOUT,
                    QUOTE_RETURNING_IDENTIFIERS,
                    READ_ONLY,
                    READ_ONLY_MODE,
                    RECEIVE_BUFFER_SIZE,
                    REPLICATION,
                    REWRITE_BATCHED_INSERTS,
                    REWRITE_BATCHED_INSERTS_SIZE,
                    SCRAM_MAX_ITERATIONS,
                    SEND_BUFFER_SIZE,
                    SSL_RESPONSE_TIMEOUT,
                    STRING_TYPE,
                    TCP_NO_DELAY,
                    UNKNOWN_LENGTH -> Kind.REFUSED;
        };
    }
}
