package org.depesche.platform.access.key;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.access.Role;
import org.depesche.platform.page.PageQuery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Stores the API keys. */
@ApplicationScoped
class ApiKeyRepository implements PanacheRepositoryBase<ApiKey, UUID> {

    boolean hasAdmin() {
        return count("role", Role.ADMIN) > 0;
    }

    Optional<ApiKey> byHash(byte[] hash) {
        return find("hash", hash).firstResultOptional();
    }

    List<ApiKey> fromEnvironment() {
        return list("origin", ApiKey.KeyOrigin.ENVIRONMENT);
    }

    /** A page of keys, newest first, because ids grow with time. */
    List<ApiKey> page(PageQuery query) {
        var order = query.isBackwards() ? "order by id" : "order by id desc";
        var from = query.key().stream().findFirst().map(UUID::fromString);
        var matches = from.isPresent() ? find((query.isBackwards() ? "id > ?1 " : "id < ?1 ") + order, from.get())
                : find(order);
        return matches.page(0, query.fetchSize()).list();
    }
}
