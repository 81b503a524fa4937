package org.depesche.platform.access.key;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.platform.audit.CallerErased;
import org.jdbi.v3.core.Jdbi;

/** Erases the name of a key whose caller is erased. The key itself stays valid. */
@ApplicationScoped
class KeyNameErasure {

    private final Jdbi jdbi;

    KeyNameErasure(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void callerErased(@Observes CallerErased event) {
        jdbi.useHandle(
                handle -> handle.createUpdate("update api_key set name = ? where id = ?").bind(0, CallerErased.ERASED_NAME)
                        .bind(1, event.id()).execute());
    }
}
