package org.depesche.platform.access.key;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.access.Role;
import org.depesche.platform.page.PageQuery;
import org.jdbi.v3.core.Jdbi;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The tables {@code api_key} and {@code first_admin_key}. */
@ApplicationScoped
class ApiKeyRepository implements PanacheRepositoryBase<ApiKey, UUID> {

    private final Jdbi jdbi;

    ApiKeyRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

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
        var from = query.key().stream().findFirst().map(id -> query.key(0, UUID::fromString));
        var matches = from.isPresent() ? find((query.isBackwards() ? "id > ?1 " : "id < ?1 ") + order, from.get())
                : find(order);
        return matches.page(0, query.fetchSize()).list();
    }

    /** Returns what authentication needs of a key. It is SQL, because it runs for each request that carries a key. */
    Optional<KeyLookup.StoredKey> credentials(byte[] hash) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select id, name, role, entitlements, expires_at, revoked_at from api_key where hash = :hash")
                .bind("hash", hash).map(KeyLookup.StoredKey::read).findOne());
    }

    void recordUse(UUID id, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                update api_key set last_used_at = :at where id = :id and (last_used_at is null or last_used_at < :at)""")
                .bind("at", at).bind("id", id).execute());
    }

    void rename(UUID id, String name) {
        jdbi.useHandle(handle -> handle.createUpdate("update api_key set name = ? where id = ?").bind(0, name).bind(1, id)
                .execute());
    }

    /** Locks the row that all nodes lock before they create or replace the first admin key. */
    void lockFirstAdminKey() {
        jdbi.useHandle(handle -> handle.createQuery("select id from first_admin_key where id = 1 for update")
                .mapTo(Long.class).one());
    }

    /**
     * Changes that row. On Galera a lock does not hold on other nodes, but the commit of another node fails when the row has
     * changed, and is retried.
     */
    void touchFirstAdminKey(Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("update first_admin_key set settled_at = ? where id = 1").bind(0, at)
                .execute());
    }
}
