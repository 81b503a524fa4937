package org.depesche.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

class ControlCharacterFilterTest {

    private final PatternFormatter formatter = new PatternFormatter("%m%e");

    @Test
    void aForgedLineStaysInItsLine() {
        var logRecord = new ExtLogRecord(Level.INFO, "path=%s", ExtLogRecord.FormatStyle.PRINTF, "any");
        logRecord.setParameters(new Object[] { "/v1\r\n2026-01-01 ERROR forged \u001b[31m\u2028\u202e\u0085" });

        assertThat(logged(logRecord))
                .isEqualTo("path=/v1\\r\\n2026-01-01 ERROR forged \\u001b[31m\\u2028\\u202e\\u0085");
    }

    @Test
    void messagesOfExceptionsAndTheirCausesAreEscaped() {
        var logRecord = new ExtLogRecord(Level.INFO, "failed", "any");
        var cause = new IllegalArgumentException("a\nforged");
        var failure = new IllegalStateException("outer", cause);
        failure.addSuppressed(new IllegalStateException("b\rforged"));
        logRecord.setThrown(failure);

        assertThat(logged(logRecord)).contains("IllegalStateException: outer", "IllegalArgumentException: a\\nforged",
                "IllegalStateException: b\\rforged", "\tat " + getClass().getName())
                .doesNotContain("\nforged", "\rforged");
    }

    @Test
    void ordinaryTextStaysAsItIs() {
        var logRecord = new ExtLogRecord(Level.INFO, "Größe\t%d", ExtLogRecord.FormatStyle.PRINTF, "any");
        logRecord.setParameters(new Object[] { 3 });

        assertThat(logged(logRecord)).isEqualTo("Größe\t3");
    }

    private String logged(ExtLogRecord logRecord) {
        assertThat(new ControlCharacterFilter().isLoggable(logRecord)).isTrue();
        return formatter.format(logRecord);
    }
}
