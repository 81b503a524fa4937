package org.depesche.platform.access.key;

import java.io.PrintStream;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;

/**
 * Gives a new installation its admin key: the operator's key, or a generated one. A generated key is printed to
 * standard output and not logged, because logs are collected, stored and read by many.
 */
@ApplicationScoped
class AdminKeyStartup {

    /** Runs before all other observers, because an invalid key aborts the start. */
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
