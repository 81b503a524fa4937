package org.depesche.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

class WebhookSecretsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Webhook.Secrets secrets = new Webhook.Secrets("a", List.of()).replacedBy("b", day(1), NOW)
            .replacedBy("c", day(2), NOW);

    @Test
    void theOldestFormerSecretsGiveWay() {
        assertThat(secrets.withNewestFormer(2).at(NOW)).containsExactly("c", "b", "a");
        assertThat(secrets.withNewestFormer(1).at(NOW)).containsExactly("c", "b");
        assertThat(secrets.withNewestFormer(1).formerUntil()).contains(day(2));
    }

    /** With none allowed each rotation failed. */
    @Test
    void thereMayBeNoFormerSecretAtAll() {
        for (var max : List.of(0, -1)) {
            assertThat(secrets.withNewestFormer(max).at(NOW)).containsExactly("c");
            assertThat(secrets.withNewestFormer(max).formerUntil()).isEmpty();
        }
    }

    private static Instant day(int number) {
        return NOW.plus(Duration.ofDays(number));
    }
}
