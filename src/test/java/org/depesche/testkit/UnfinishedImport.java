package org.depesche.testkit;

import java.util.UUID;

import jakarta.enterprise.inject.spi.CDI;

import org.depesche.kernel.Uuid7;
import org.jdbi.v3.core.Jdbi;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** An import whose upload does not end. */
public final class UnfinishedImport {

    private UnfinishedImport() {
    }

    public static UUID create() {
        var id = Uuid7.next();
        QuarkusTransaction.requiringNew().run(() -> CDI.current().select(Jdbi.class).get().useHandle(handle -> handle
                .createUpdate(
                        """
                                insert into import_run (id, state, site_id, as_draft, make_categories, submitted_by,
                                submitted_at, touched_at)
                                select :id, 'receiving', id, true, false, 'test', now(6), now(6) from site limit 1""")
                .bind("id", id).execute()));
        return id;
    }
}
