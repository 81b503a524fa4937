package org.depesche.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

import jakarta.inject.Inject;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.lease.Leases;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** The entries have dates long before those of other tests, whose entries must stay. */
@QuarkusTest
class AuditRetentionTest {

    private static final Instant NOW = Instant.parse("2001-01-01T00:00:00Z");
    private static final byte[] OTHER_NODE = new byte[16];

    @Inject
    Jdbi jdbi;

    @Inject
    Leases leases;

    @Inject
    AuditConfig settings;

    private final UUID subject = Uuid7.next();

    @AfterEach
    void leaveNothing() {
        jdbi.useHandle(handle -> handle.createUpdate("delete from audit where subject_id = ?").bind(0, subject).execute());
        jdbi.useHandle(
                handle -> handle.createUpdate("delete from lease where name = ?").bind(0, AuditRetention.LEASE).execute());
    }

    @Test
    void theDefaultRetentionIsTwoYears() {
        assertThat(settings.retention()).isEqualTo(Duration.ofDays(730));
    }

    @Test
    void onlyEntriesOlderThanTheRetentionAreDeleted() {
        written(NOW.minus(Duration.ofDays(8)));
        written(NOW.minus(Duration.ofDays(7)));
        written(NOW.minus(Duration.ofDays(1)));

        retention(7, 500, 10).clean();

        assertThat(left()).isEqualTo(2);
    }

    @Test
    void oneRunDeletesNoMoreThanItsBatches() {
        for (var i = 0; i < 11; i++) {
            written(NOW.minus(Duration.ofDays(30 + i)));
        }

        retention(7, 2, 3).clean();
        assertThat(left()).isEqualTo(5);

        retention(7, 2, 3).clean();
        assertThat(left()).isZero();
    }

    @Test
    void onlyOneNodeDeletes() {
        written(NOW.minus(Duration.ofDays(30)));
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into lease (name, holder, held_until) values (:name, :other, utc_timestamp(6) + interval 1 hour)""")
                .bind("name", AuditRetention.LEASE).bind("other", OTHER_NODE).execute());

        retention(7, 500, 10).clean();

        assertThat(left()).isEqualTo(1);
    }

    private AuditRetention retention(int days, int batch, int batches) {
        return new AuditRetention(new AuditRepository(jdbi), leases, new Limits(Duration.ofDays(days), batch, batches),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private void written(Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into audit (id, at, caller_name, action, subject_kind, subject_id)
                values (:id, :at, 'test', 'test.write', 'test', :subject)""")
                .bind("id", Uuid7.next()).bind("at", at).bind("subject", subject).execute());
    }

    private int left() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from audit where subject_id = ?")
                .bind(0, subject).mapTo(Integer.class).one());
    }

    private record Limits(Duration retention, int cleanupBatchSize, int cleanupMaxBatches) implements AuditConfig {
    }
}
