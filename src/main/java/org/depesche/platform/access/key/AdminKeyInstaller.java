package org.depesche.platform.access.key;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.access.Actor;
import org.depesche.platform.access.Role;
import org.depesche.platform.audit.AuditAction;
import org.depesche.platform.audit.AuditLog;
import org.depesche.platform.database.Transactions;

import io.quarkus.logging.Log;

/**
 * Creates or replaces the first admin key of an installation. All nodes lock the same row first, so that one node continues
 * at a time.
 */
@ApplicationScoped
class AdminKeyInstaller {

    private static final Actor STARTUP_ACTOR = Actor.service("start");

    private final Transactions transactions;
    private final ApiKeyRepository keys;
    private final AuditLog audit;
    private final Clock clock;

    AdminKeyInstaller(Transactions transactions, ApiKeyRepository keys, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    /** Creates an admin key when there never was one. The text must be shown at once: only its hash is stored. */
    Optional<PlaintextKey> createFirst() {
        return transactions.call(this::createIfNoAdmin);
    }

    /** Makes the key of the environment an admin key and revokes the former key of the environment. */
    void installChosen(PlaintextKey chosen) {
        transactions.run(() -> install(chosen));
    }

    private Optional<PlaintextKey> createIfNoAdmin() {
        keys.lockFirstAdminKey();
        if (keys.hasAdmin()) {
            return Optional.empty();
        }
        var text = PlaintextKey.generate();
        store(new ApiKey("first start", Role.ADMIN, text, ApiKey.KeyOrigin.FIRST_START, clock));
        return Optional.of(text);
    }

    private void install(PlaintextKey chosen) {
        keys.lockFirstAdminKey();
        var present = keys.byHash(chosen.hash());
        var key = present.orElseGet(
                () -> store(new ApiKey("environment", Role.ADMIN, chosen, ApiKey.KeyOrigin.ENVIRONMENT, clock)));
        if (key.role() != Role.ADMIN) {
            throw new AdminKeyRefused("The environment's admin key is the text of the key \"" + key.name()
                    + "\", whose role is " + key.role().word() + ". Set another one.");
        }
        if (!key.adoptFromEnvironment()) {
            Log.warnf("The environment's admin key prefix=%s stays revoked, because an admin revoked it; set another one.",
                    key.prefix());
        }
        keys.fromEnvironment().stream().filter(other -> other != key).forEach(this::revokeReplaced);
    }

    private ApiKey store(ApiKey key) {
        keys.persist(key);
        keys.touchFirstAdminKey(clock.instant());
        audit.record(STARTUP_ACTOR, AuditAction.of("key.create", "key", key.id()));
        return key;
    }

    private void revokeReplaced(ApiKey previous) {
        if (previous.revokedAt().isEmpty()) {
            previous.revokeReplaced(clock);
            audit.record(STARTUP_ACTOR, AuditAction.of("key.revoke", "key", previous.id()));
        }
    }
}
