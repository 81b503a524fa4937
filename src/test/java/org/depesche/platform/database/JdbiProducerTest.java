package org.depesche.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.depesche.kernel.Uuid7;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class JdbiProducerTest {

    @Inject
    Jdbi jdbi;

    @Test
    void idsAndInstantsAreRestoredUnchanged() {
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

    /** Index statistics count nulls as equal, as if each value of a column that is mostly null had many rows. */
    @Test
    @TestTransaction
    void aLongListOfValuesIsLookedUpInTheIndexOfAColumnThatIsMostlyNull() {
        var ids = IntStream.range(0, 300).mapToObj(i -> "x'" + HexFormat.of().formatHex(Uuid7.bytes(Uuid7.next())) + "'")
                .collect(Collectors.joining(", "));

        var plan = jdbi.withHandle(handle -> {
            handle.execute("""
                    insert into published_article
                      (id, slug, published_at, updated_at, changed_at, revision, summary, body)
                    select unhex(md5(concat('list-of-values-', seq))), concat('list-of-values-', seq),
                      now(6), now(6), now(6), 1, '{}', '{}' from seq_1_to_20000""");
            return handle.createQuery("explain select id from published_article where translation_group in (" + ids + ")")
                    .mapToMap().one();
        });

        assertThat(plan).containsEntry("type", "range").containsEntry("key", "by_translation");
    }

    @Test
    void nullsStayNull() {
        var id = jdbi.withHandle(handle -> handle.createQuery("select null").mapTo(UUID.class).one());

        assertThat(id).isNull();
    }

    @Test
    @TestTransaction
    void aBatchIsSentAsOneStatementWithAllItsValues() {
        var before = Instant.parse("1900-03-31T00:00:00.000001Z");
        var after = Instant.parse("2026-03-29T01:30:00Z");

        var cost = inserts(() -> jdbi.useHandle(handle -> {
            var rows = handle.prepareBatch(
                    "insert into published_entry (list_id, published_at, article_id, updated_at) values (?, ?, ?, ?)");
            IntStream.range(0, 50).forEach(i -> rows.add(-1, before, Uuid7.next(), i == 0 ? before : after));
            rows.execute();
        }));

        var moments = jdbi.withHandle(handle -> handle
                .createQuery("select distinct concat(published_at, ' ', updated_at) from published_entry where list_id = -1")
                .mapTo(String.class).list());
        assertThat(cost).isEqualTo(1);
        assertThat(moments).containsExactlyInAnyOrder(
                "1900-03-31 00:00:00.000001 1900-03-31 00:00:00.000001",
                "1900-03-31 00:00:00.000001 2026-03-29 01:30:00.000000");
    }

    private int inserts(Runnable work) {
        var before = inserts();
        work.run();
        return inserts() - before;
    }

    private int inserts() {
        return jdbi.withHandle(handle -> handle
                .createQuery("select variable_value from information_schema.session_status where variable_name = 'COM_INSERT'")
                .mapTo(Integer.class).one());
    }

    private record Row(byte[] id, String moment) {
    }
}
