package org.depesche.content.category;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Reads and writes categories as entities. */
@ApplicationScoped
class CategoryRepository implements PanacheRepositoryBase<CategoryEntity, UUID> {

    private static final String DESK_ORDER = " order by position, name, id";

    List<CategoryEntity> inDeskOrder() {
        return list("from CategoryEntity" + DESK_ORDER);
    }

    /** Reads and locks the site's whole tree: two concurrent moves, each valid alone, could make a cycle. */
    List<CategoryEntity> listForUpdate(UUID siteId) {
        return find("from CategoryEntity where siteId = ?1" + DESK_ORDER, siteId).withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
