package org.depesche.bootstrap;

import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jspecify.annotations.Nullable;

import io.quarkus.logging.LoggingFilter;

/**
 * Escapes control characters in every log record, whichever logger wrote it: text of a client could otherwise pretend to be a
 * log line of its own, or command the terminal that shows it.
 */
@LoggingFilter(name = "escape-control-characters")
final class ControlCharacterFilter implements Filter {

    /** Control characters but the tab, line separators, and marks that turn the direction of writing. */
    private static final Pattern UNSAFE = Pattern.compile(
            "[\\p{Cntrl}\\x{80}-\\x{9f}\\x{2028}\\x{2029}\\x{200e}\\x{200f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}&&[^\\t]]");
    private static final int MAX_DEPTH = 20;
    /** The message with its parameters, without the exception. */
    private static final PatternFormatter TEXT = new PatternFormatter("%s");

    @Override
    public boolean isLoggable(LogRecord logRecord) {
        if (logRecord instanceof ExtLogRecord extended) {
            var message = TEXT.format(extended);
            if (UNSAFE.matcher(message).find()) {
                extended.setMessage(escape(message), ExtLogRecord.FormatStyle.NO_FORMAT);
                extended.setParameters(null);
            }
        }
        if (isUnsafe(logRecord.getThrown(), 0)) {
            logRecord.setThrown(new EscapedThrowable(logRecord.getThrown(), 0));
        }
        return true;
    }

    static String escape(String text) {
        return UNSAFE.matcher(text).replaceAll(match -> switch (match.group().charAt(0)) {
            case '\n' -> "\\\\n";
            case '\r' -> "\\\\r";
            default -> "\\\\u%04x".formatted((int) match.group().charAt(0));
        });
    }

    private static boolean isUnsafe(@Nullable Throwable thrown, int depth) {
        if (thrown == null || depth > MAX_DEPTH) {
            return false;
        }
        for (var suppressed : thrown.getSuppressed()) {
            if (isUnsafe(suppressed, depth + 1)) {
                return true;
            }
        }
        return UNSAFE.matcher(thrown.toString()).find() || isUnsafe(thrown.getCause(), depth + 1);
    }

    /** Looks like another throwable in the log, except for the escaped characters. */
    private static final class EscapedThrowable extends Throwable {

        private final String text;

        EscapedThrowable(Throwable original, int depth) {
            super(null, original.getCause() == null || depth > MAX_DEPTH ? null
                    : new EscapedThrowable(original.getCause(), depth + 1));
            this.text = escape(original.toString());
            setStackTrace(original.getStackTrace());
            for (var suppressed : original.getSuppressed()) {
                if (depth <= MAX_DEPTH) {
                    addSuppressed(new EscapedThrowable(suppressed, depth + 1));
                }
            }
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
