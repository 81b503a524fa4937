package org.depesche.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

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
    private static final Position POSITION = new Position(7, 3);

    @Inject
    AutocommitReads reads;

    @Inject
    JdbcReader sql;

    @Inject
    Jdbi jdbi;

    @Inject
    EntityManager entities;

    @Inject
    ManagedExecutor threads;

    private record Session(long id, boolean commits, boolean isInTransaction) {
    }

    private record Position(long sequence, long names) {
    }

    @Test
    void statementsThatReturnThePositionAreInNoTransaction() {
        var session = reads.attempt(() -> {
            confirmed();
            session();
            return confirmed();
        }).orElseThrow();

        assertThat(session.commits).isTrue();
        assertThat(session.isInTransaction).isFalse();
    }

    @Test
    void aReadWhoseLastStatementDidNotReturnThePositionGivesUp() {
        assertThat(reads.attempt(() -> List.of(confirmed(), session()))).isEmpty();
        assertThat(reads.attempt(() -> 1)).isEmpty();
    }

    @Test
    void anAssumedPositionHasToBeConfirmed() {
        assertThat(reads.attempt(() -> {
            reads.current().orElseThrow().assume(POSITION);
            return 1;
        })).isEmpty();
        assertThat(reads.attempt(() -> {
            reads.current().orElseThrow().assume(POSITION);
            confirmed();
            return reads.current().orElseThrow().position(Position.class).orElseThrow();
        })).contains(POSITION);
    }

    @Test
    void aReadOnATransactionsConnectionGivesUp() {
        assertThat(QuarkusTransaction.requiringNew().call(() -> reads.attempt(() -> {
            entities.createNativeQuery("select 1").getSingleResult();
            return confirmed();
        }))).isEmpty();
        assertThat(reads.attempt(() -> {
            confirmed();
            return jdbi.withHandle(handle -> handle.createQuery("select 1").mapTo(Integer.class).one());
        })).isEmpty();
    }

    @Test
    void aReadThatRequiresATransactionEndsAtOnce() {
        assertThat(reads.attempt(() -> {
            reads.requireTransaction();
            throw new IllegalStateException("not reached");
        })).isEmpty();
    }

    @Test
    void aFailureIsTheCallers() {
        assertThatThrownBy(() -> reads.attempt(() -> {
            throw new IllegalStateException("not there");
        })).hasMessage("not there");
        assertThat(reads.current()).isEmpty();
    }

    /** The pools cache the last connection of a server thread. */
    @Test
    void noThreadTakesTheConnectionOfItsTransaction() {
        var commits = threads.supplyAsync(() -> {
            QuarkusTransaction.requiringNew().run(this::session);
            return List.of(reads.attempt(this::confirmed).orElseThrow(),
                    QuarkusTransaction.requiringNew().call(this::session));
        }).join();

        assertThat(commits).extracting(Session::commits).containsExactly(true, false);
    }

    private Session confirmed() {
        var session = session();
        reads.current().orElseThrow().confirm(POSITION);
        return session;
    }

    private Session session() {
        return sql.query(SESSION, statement -> {
        }, row -> {
            row.next();
            return new Session(row.getLong(1), row.getBoolean(2), row.getBoolean(3));
        });
    }
}
