package org.depesche.content.site;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Reads and writes sites as entities. */
@ApplicationScoped
class SiteRepository implements PanacheRepositoryBase<SiteEntity, UUID> {

    /** Returns the default site first, the others by slug. */
    List<SiteEntity> inOrder() {
        return list("order by byDefault desc, slug");
    }

    /** Locks against concurrent changes of sites. Later reads of this transaction see the changes of earlier ones. */
    void lockForWriting() {
        find("byDefault", true).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    Optional<SiteEntity> findBy(String member, Object value, LockModeType lock) {
        return find(member, value).withLock(lock).firstResultOptional();
    }

    Optional<SiteEntity> findDefault() {
        return find("byDefault", true).firstResultOptional();
    }
}
