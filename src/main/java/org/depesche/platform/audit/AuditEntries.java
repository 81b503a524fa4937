package org.depesche.platform.audit;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.page.Keyset;
import org.depesche.platform.page.PageQuery;
import org.depesche.platform.page.Slice;
import org.jdbi.v3.core.Jdbi;

/** Reads pages of the audit log, newest first. */
@ApplicationScoped
class AuditEntries {

    private static final String COLUMNS = "id, at, caller_id, caller_name, address, action, subject_kind, subject_id,"
            + " revision_before, revision_after";

    private final Jdbi jdbi;
    private final PublicationZone zone;

    AuditEntries(Jdbi jdbi, PublicationZone zone) {
        this.jdbi = jdbi;
        this.zone = zone;
    }

    @Transactional
    Slice<AuditEntryView> page(PageQuery query, AuditCriteria filter) {
        return query.slice(rows(query, filter), AuditRow::cursorKey).map(entry -> AuditEntryView.of(entry, zone));
    }

    @Transactional
    long count(AuditCriteria filter) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select count(*) from audit" + where(filter.conditions()))
                .bindMap(filter.values()).mapTo(Long.class).one());
    }

    /** The names that a caller had; empty for an unknown or erased caller. */
    @Transactional
    Set<String> namesOf(UUID caller) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select distinct caller_name from audit where caller_id = ? and caller_name is not null")
                .bind(0, caller).mapTo(String.class).set());
    }

    private List<AuditRow> rows(PageQuery query, AuditCriteria filter) {
        var keyset = Keyset.descending(query, "at", "id");
        return jdbi.withHandle(handle -> keyset
                .bind(handle.createQuery("select " + COLUMNS + " from audit" + where(filter.conditions()) + keyset.condition()
                        + keyset.order()), Instant::parse)
                .bindMap(filter.values()).map(AuditRow::read).list());
    }

    private static String where(List<String> conditions) {
        return " where " + (conditions.isEmpty() ? "true" : String.join(" and ", conditions));
    }
}
