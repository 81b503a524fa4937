package org.depesche.testkit;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Jdbi;

/** Counts what the database is asked: of the whole server, so nothing else may talk to it meanwhile. */
@ApplicationScoped
public class Statements {

    private static final List<String> KINDS = List.of("COM_SELECT", "COM_INSERT", "COM_UPDATE", "COM_DELETE",
            "COM_INSERT_SELECT",
            "COM_REPLACE");

    private final Jdbi jdbi;

    Statements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public long during(Runnable work) {
        var before = count();
        work.run();
        // the count itself is one
        return count() - before - 1;
    }

    private long count() {
        return jdbi.withHandle(handle -> handle
                .createQuery(
                        "select sum(variable_value) from information_schema.global_status where variable_name in (<kinds>)")
                .bindList("kinds", KINDS).mapTo(Long.class).one());
    }
}
