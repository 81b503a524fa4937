package org.depesche.platform.access.key;

import java.io.PrintStream;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;

/**
 * Gives a new installation its way in: the operator's key, or one made and printed this once. Printed to standard output
 * itself, not logged: logs are collected, kept and read by many.
 */
@ApplicationScoped
class AdminKeyStartup {

    /** Before anything else starts working: a refusal ends the start. */
    private static final int FIRST = 1;

    private final AdminKeyConfig config;
    private final AdminKeyInstaller keys;

    AdminKeyStartup(AdminKeyConfig config, AdminKeyInstaller keys) {
        this.config = config;
        this.keys = keys;
    }

    void install(@Observes @Priority(FIRST) StartupEvent event) {
        install(System.out);
    }

    void install(PrintStream out) {
        new AdminKeySource(config).read().ifPresentOrElse(keys::installChosen,
                () -> keys.createFirst().ifPresent(key -> print(key, out)));
    }

    private static void print(PlaintextKey key, PrintStream out) {
        out.printf("""

                The admin key of this installation. It is shown this once and kept only as a hash:

                    %s

                """, key.text());
        out.flush();
    }
}
