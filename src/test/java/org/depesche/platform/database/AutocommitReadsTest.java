package org.depesche.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.eclipse.microprofile.context.ManagedExecutor;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class AutocommitReadsTest {

    private static final String SESSION = "select connection_id(), @@autocommit, @@in_transaction";

    @Inject
    AutocommitReads glances;

    @Inject
    JdbcReader sql;

    @Inject
    Jdbi jdbi;

    @Inject
    EntityManager entities;

    @Inject
    ManagedExecutor threads;

    private final AtomicInteger runs = new AtomicInteger();

    private record Session(long id, boolean commits, boolean isInTransaction) {
    }

    @Test
    void statementsThatTellThePositionAreInNoTransaction() {
        var session = glances.call(() -> {
            readOffset();
            session();
            return readOffset();
        });

        assertThat(session.commits).isTrue();
        assertThat(session.isInTransaction).isFalse();
        assertThat(runs).hasValue(3);
    }

    @Test
    void aReadThatEndsWithAnUnconfirmedStatementStartsAgain() {
        var sessions = glances.call(() -> List.of(readOffset(), session()));

        assertThat(sessions).extracting(Session::commits).containsOnly(false);
        assertThat(sessions.get(1).id).isEqualTo(sessions.get(0).id);
        assertThat(runs).hasValue(2 + 2);
    }

    @Test
    void aReadThatStartsWithTwoUnconfirmedStatementsStartsAgain() {
        var commits = glances.call(() -> {
            session();
            session();
            return readOffset().commits;
        });

        assertThat(commits).isFalse();
        assertThat(runs).hasValue(2 + 3);
    }

    @Test
    void anAssumedPositionHasToBeConfirmed() {
        var assumed = new AtomicInteger();

        glances.call(() -> glances.assumeOffset() ? assumed.incrementAndGet() : 0);
        assertThat(assumed).hasValue(1);
        assertThat(runs).hasValue(0);

        var commits = glances.call(() -> {
            glances.assumeOffset();
            session();
            return readOffset().commits;
        });
        assertThat(commits).isTrue();
    }

    @Test
    void aReadOnATransactionsConnectionStartsAgain() {
        var first = glances.call(() -> {
            var session = readOffset();
            entities.createNativeQuery("select 1").getSingleResult();
            return session;
        });

        assertThat(first.commits).isFalse();
        assertThat(runs).hasValue(2);
    }

    @Test
    void aFailureCountsOnlyWhenNothingWasReadPastTheGlance() {
        assertThatThrownBy(() -> glances.call(() -> {
            readOffset();
            throw new IllegalStateException("not there");
        })).hasMessage("not there");
        assertThat(runs).hasValue(1);

        var there = glances.call(() -> {
            entities.createNativeQuery("select 1").getSingleResult();
            if (runs.incrementAndGet() == 2) {
                throw new IllegalStateException("seen too late");
            }
            return "there";
        });
        assertThat(there).isEqualTo("there");
    }

    @Test
    void aReadThatRequiresATransactionStartsAgainImmediately() {
        glances.call(() -> {
            var session = readOffset();
            glances.requireTransaction();
            return session;
        });

        assertThat(runs).hasValue(2);
    }

    /** The pools cache the last connection of a server thread. */
    @Test
    void noThreadTakesTheConnectionOfItsTransactionForAGlance() {
        var commits = threads.supplyAsync(() -> {
            QuarkusTransaction.requiringNew().run(this::session);
            return List.of(glances.call(this::readOffset), QuarkusTransaction.requiringNew().call(this::session));
        }).join();

        assertThat(commits).extracting(Session::commits).containsExactly(true, false);
    }

    @Test
    void aReadJoinsARunningTransaction() {
        var isSame = QuarkusTransaction.requiringNew().call(() -> {
            var id = session().id;
            return glances.call(() -> session().id == id && session().id == id);
        });

        assertThat(isSame).isTrue();
    }

    @Test
    void jdbiSaysSoToo() {
        var commits = glances.call(() -> {
            readOffset();
            return jdbi.withHandle(handle -> handle.createQuery("select @@autocommit").mapTo(Boolean.class).one());
        });

        assertThat(commits).isFalse();
        assertThat(runs).hasValue(2);
    }

    private Session readOffset() {
        var session = session();
        glances.confirmOffset();
        return session;
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
