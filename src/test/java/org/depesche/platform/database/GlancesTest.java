package org.depesche.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class GlancesTest {

    private static final String SESSION = "select connection_id(), @@autocommit, @@in_transaction";

    @Inject
    Glances glances;

    @Inject
    PlainSql sql;

    @Inject
    Jdbi jdbi;

    private final AtomicInteger runs = new AtomicInteger();

    private record Session(long id, boolean commits, boolean isInTransaction) {
    }

    @Test
    void aSingleStatementIsInNoTransaction() {
        var session = glances.call(this::session);

        assertThat(session.commits).isTrue();
        assertThat(session.isInTransaction).isFalse();
        assertThat(runs).hasValue(1);
    }

    @Test
    void whatNeedsTwoIsBegunAnewWithBothInOneTransaction() {
        var commits = glances.call(() -> session().id == session().id && !session().commits);

        assertThat(commits).isTrue();
        assertThat(runs).hasValue(2 + 3);
    }

    @Test
    void whatReadsPastTheGlanceIsBegunAnew() {
        var first = glances.call(() -> {
            var session = session();
            jdbi.useHandle(handle -> handle.execute("select 1"));
            return session;
        });

        assertThat(first.commits).isFalse();
        assertThat(runs).hasValue(2);
    }

    @Test
    void aFailureCountsOnlyWhenNothingWasReadPastTheGlance() {
        assertThatThrownBy(() -> glances.call(() -> {
            session();
            throw new IllegalStateException("not there");
        })).hasMessage("not there");
        assertThat(runs).hasValue(1);

        var there = glances.call(() -> {
            jdbi.useHandle(handle -> handle.execute("select 1"));
            if (runs.incrementAndGet() == 2) {
                throw new IllegalStateException("seen too late");
            }
            return "there";
        });
        assertThat(there).isEqualTo("there");
    }

    @Test
    void whoSaysThatMoreIsNeededIsBegunAnewAtOnce() {
        glances.call(() -> {
            var session = session();
            glances.more();
            return session;
        });

        assertThat(runs).hasValue(2);
    }

    @Test
    void insideATransactionItTakesPart() {
        var isSame = QuarkusTransaction.requiringNew().call(() -> {
            var id = session().id;
            return glances.call(() -> session().id == id && session().id == id);
        });

        assertThat(isSame).isTrue();
    }

    private Session session() {
        runs.incrementAndGet();
        return sql.query(SESSION, statement -> {
        }, row -> {
            row.next();
            return new Session(row.getLong(1), row.getBoolean(2), row.getBoolean(3));
        });
    }
}
