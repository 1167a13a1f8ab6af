package domicile;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.util.FileSize;
import domicile.problem.ProblemException;
import domicile.problem.Secrets;
import domicile.register.OwnFiles;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Where warnings are written, without passwords and without what a fault says of somebody's data: {@code domicile.log},
 * made with the first of them, in the folder that the program names. Where no folder is named, as in the tests, it
 * leaves the log to Logback.
 */
public final class LogFile extends ContextAwareBase implements Configurator {
    /** The system property that names the folder. */
    static final String FOLDER = "domicile.log.folder";

    private static final int DEEPEST = 10;
    private static final long MEGABYTE = 1024L * 1024L;

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        String folder = System.getProperty(FOLDER);
        if (folder == null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        OnFirst appender = new OnFirst(folder + "/domicile");
        appender.setContext(context);
        appender.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(appender);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /**
     * Hides passwords, and leaves out what a fault says: its words may be those of a workload, a person or a document.
     * What kind of fault it is and where it happened stays.
     */
    private static final class WithoutSecrets extends PatternLayout {
        @Override
        public String doLayout(ILoggingEvent event) {
            StringBuilder text = new StringBuilder(Secrets.hidden(super.doLayout(event)));
            if (event.getThrowableProxy() instanceof ThrowableProxy proxy) {
                Throwable fault = proxy.getThrowable();
                for (int depth = 0; fault != null && depth < DEEPEST; depth++) {
                    text.append(depth == 0 ? "" : "Caused by: ")
                            .append(fault.getClass().getName())
                            .append(kind(fault))
                            .append(System.lineSeparator());
                    for (StackTraceElement frame : fault.getStackTrace()) {
                        text.append("\tat ").append(frame).append(System.lineSeparator());
                    }
                    fault = fault.getCause();
                }
            }
            return text.toString();
        }

        private static String kind(Throwable fault) {
            return switch (fault) {
                case ProblemException refused ->
                    refused.key().map(key -> ": " + key).orElse("");
                case FileSystemException disk -> disk.getReason() == null ? "" : ": " + disk.getReason();
                case SQLException database -> ": " + database.getSQLState() + "/" + database.getErrorCode();
                default -> "";
            };
        }
    }

    /** Makes its files as the program makes its own. */
    private static final class OfItsOwner extends RollingFileAppender<ILoggingEvent> {
        @Override
        public void openFile(String name) throws IOException {
            Path file = Path.of(name).toAbsolutePath();
            OwnFiles.folder(file.resolveSibling("."));
            OwnFiles.make(file);
            super.openFile(name);
        }
    }

    /** Opens the file when there is something to write. */
    private static final class OnFirst extends AppenderBase<ILoggingEvent> {
        private final String file;
        private Optional<RollingFileAppender<ILoggingEvent>> open = Optional.empty();

        OnFirst(String file) {
            this.file = file;
        }

        @Override
        protected void append(ILoggingEvent event) {
            RollingFileAppender<ILoggingEvent> appender = open.orElseGet(this::open);
            open = Optional.of(appender);
            appender.doAppend(event);
        }

        private RollingFileAppender<ILoggingEvent> open() {
            RollingFileAppender<ILoggingEvent> appender = new OfItsOwner();
            appender.setContext(context);
            appender.setFile(file + ".log");

            FixedWindowRollingPolicy older = new FixedWindowRollingPolicy();
            older.setContext(context);
            older.setParent(appender);
            older.setFileNamePattern(file + ".%i.log");
            older.setMinIndex(1);
            older.setMaxIndex(3);
            older.start();

            SizeBasedTriggeringPolicy<ILoggingEvent> full = new SizeBasedTriggeringPolicy<>();
            full.setContext(context);
            full.setMaxFileSize(new FileSize(5 * MEGABYTE));
            full.start();

            PatternLayout layout = new WithoutSecrets();
            layout.setContext(context);
            layout.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX,UTC} %-5level %logger{30} %msg%n%nopex");
            layout.start();
            LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
            encoder.setContext(context);
            encoder.setLayout(layout);
            encoder.start();

            appender.setRollingPolicy(older);
            appender.setTriggeringPolicy(full);
            appender.setEncoder(encoder);
            appender.start();
            return appender;
        }

        @Override
        public void stop() {
            open.ifPresent(RollingFileAppender::stop);
            super.stop();
        }
    }
}
