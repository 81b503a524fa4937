package org.depesche.content.site;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@ApplicationScoped
class SiteRepository implements PanacheRepositoryBase<SiteEntity, UUID> {

    /** The default one first, the others by slug. */
    List<SiteEntity> inOrder() {
        return list("order by byDefault desc, slug");
    }

    Optional<SiteEntity> standard() {
        return find("byDefault", true).firstResultOptional();
    }
}
