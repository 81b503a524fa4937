package org.depesche.platform.access.key;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.depesche.platform.audit.AuditAction;
import org.depesche.platform.audit.AuditLog;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.json.JsonForm;
import org.depesche.platform.page.PageQuery;
import org.depesche.platform.page.Slice;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/** The use cases of API keys: create, read and revoke. */
@ApplicationScoped
class Keys {

    private final ApiKeyRepository keys;
    private final AuditLog audit;
    private final PublicationZone zone;
    private final Clock clock;

    Keys(ApiKeyRepository keys, AuditLog audit, PublicationZone zone, Clock clock) {
        this.keys = keys;
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

    @Transactional
    KeyView.NewKeyView create(JsonForm body) {
        var form = KeyForm.read(body, zone, clock);
        var plaintext = PlaintextKey.generate();
        var key = new ApiKey(form.name(), form.role(), plaintext, ApiKey.KeyOrigin.REQUEST, clock).expireAt(form.expiresAt());
        keys.persist(key);
        audit.record(AuditAction.of("key.create", "key", key.id()));
        return new KeyView.NewKeyView(view(key), plaintext.text());
    }

    /** Revokes a key. The method is idempotent, also for concurrent requests. */
    @Transactional
    void revoke(UUID id) {
        var key = keys.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(KeyNotFound::new);
        key.revoke(clock);
        audit.record(AuditAction.of("key.revoke", "key", id));
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
