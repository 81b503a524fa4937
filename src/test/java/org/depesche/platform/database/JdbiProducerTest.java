package org.depesche.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;

import org.depesche.kernel.Uuid7;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class JdbiProducerTest {

    @Inject
    Jdbi jdbi;

    @Test
    void idsAndMomentsComeBackAsTheyWentIn() {
        var id = Uuid7.next();
        var moment = Instant.parse("2026-03-29T01:30:00.123456Z");

        var row = jdbi.withHandle(handle -> handle.createQuery("select :id as id, cast(:moment as datetime(6)) as moment")
                .bind("id", id).bind("moment", moment)
                .map((columns, context) -> new Row(columns.getBytes("id"), columns.getString("moment"))).one());

        assertThat(row.id()).isEqualTo(Uuid7.bytes(id));
        assertThat(row.moment()).startsWith("2026-03-29 01:30:00.123456");
    }

    @Test
    void theSessionIsStrictAndInUtcWhateverTheServer() {
        var session = jdbi.withHandle(handle -> handle
                .createQuery("select concat_ws(' ', @@time_zone, @@tx_isolation, @@sql_mode)").mapTo(String.class).one());

        assertThat(session).startsWith("+00:00 REPEATABLE-READ STRICT_ALL_TABLES");
    }

    @Test
    void nullsStayNull() {
        var id = jdbi.withHandle(handle -> handle.createQuery("select null").mapTo(UUID.class).one());

        assertThat(id).isNull();
    }

    private record Row(byte[] id, String moment) {
    }
}
