package org.depesche.content.author;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Reads authors as entities, for the cache of {@link Authors}. */
@ApplicationScoped
class AuthorRepository implements PanacheRepositoryBase<AuthorEntity, UUID> {

    /** @param pastSnapshot a locking read, which sees rows that are newer than the snapshot of the transaction */
    List<AuthorEntity> byIds(Collection<UUID> ids, boolean pastSnapshot) {
        return find("id in ?1", List.copyOf(ids))
                .withLock(pastSnapshot ? LockModeType.PESSIMISTIC_READ : LockModeType.NONE).list();
    }
}
