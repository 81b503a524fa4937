package org.depesche.platform.access.key;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.platform.audit.CallerErased;

/** Removes the name of a key whose caller is erased. The key stays valid. */
@ApplicationScoped
class KeyNameErasure {

    private final ApiKeyRepository keys;

    KeyNameErasure(ApiKeyRepository keys) {
        this.keys = keys;
    }

    void callerErased(@Observes CallerErased event) {
        keys.rename(event.id(), CallerErased.ERASED_NAME);
    }
}
