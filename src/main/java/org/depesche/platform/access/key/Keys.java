package org.depesche.platform.access.key;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.depesche.platform.audit.AuditAction;
import org.depesche.platform.audit.AuditLog;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.json.JsonForm;
import org.depesche.platform.page.PageQuery;
import org.depesche.platform.page.Slice;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/** Lists, creates and revokes API keys. */
@ApplicationScoped
class Keys {

    private final ApiKeyRepository keys;
    private final Transactions transactions;
    private final AuditLog audit;
    private final PublicationZone zone;
    private final Clock clock;

    Keys(ApiKeyRepository keys, Transactions transactions, AuditLog audit, PublicationZone zone, Clock clock) {
        this.keys = keys;
        this.transactions = transactions;
        this.audit = audit;
        this.zone = zone;
        this.clock = clock;
    }

    @Transactional
    Slice<KeyView> page(PageQuery query) {
        return query.slice(keys.page(query), key -> List.of(key.id().toString())).map(this::view);
    }

    @Transactional
    long count() {
        return keys.count();
    }

    @Transactional
    KeyView find(UUID id) {
        return view(require(id));
    }

    KeyView.NewKeyView create(JsonForm body) {
        var form = KeyForm.read(body, zone, clock);
        var text = PlaintextKey.generate();
        return transactions.call(() -> {
            var key = new ApiKey(form.name(), form.role(), text, ApiKey.KeyOrigin.REQUEST, clock).expireAt(form.expiresAt());
            key.entitleTo(form.entitlements());
            keys.persist(key);
            audit.record(AuditAction.of("key.create", "key", key.id()));
            return new KeyView.NewKeyView(view(key), text.text());
        });
    }

    /** Changes the entitlements of a key. A patch without them changes nothing. Every node sees the change at once. */
    KeyView patch(UUID id, JsonForm patch) {
        var isChanged = patch.has("entitlements") || patch.isExplicitNull("entitlements");
        var entitlements = KeyForm.readEntitlements(patch);
        patch.verify();
        return transactions.call(() -> {
            var key = keys.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(KeyNotFound::new);
            if (isChanged) {
                key.entitleTo(entitlements);
                audit.record(AuditAction.of("key.update", "key", id));
            }
            return view(key);
        });
    }

    /** Revokes a key. To revoke a revoked key is no error, also when both happen at the same time. */
    void revoke(UUID id) {
        transactions.run(() -> {
            var key = keys.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(KeyNotFound::new);
            key.revoke(clock);
            audit.record(AuditAction.of("key.revoke", "key", id));
        });
    }

    private ApiKey require(UUID id) {
        return keys.findByIdOptional(id).orElseThrow(KeyNotFound::new);
    }

    private KeyView view(ApiKey key) {
        return KeyView.of(key, clock.instant(), zone);
    }

    static class KeyNotFound extends Problem {

        KeyNotFound() {
            super(ProblemType.NOT_FOUND, "There is no key with this id.");
        }
    }
}
