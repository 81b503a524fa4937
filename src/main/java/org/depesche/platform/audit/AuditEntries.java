package org.depesche.platform.audit;

import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.page.PageQuery;
import org.depesche.platform.page.Slice;

/** Reads the audit log page by page, newest first. */
@ApplicationScoped
@Transactional
class AuditEntries {

    private final AuditRepository entries;
    private final PublicationZone zone;

    AuditEntries(AuditRepository entries, PublicationZone zone) {
        this.entries = entries;
        this.zone = zone;
    }

    Slice<AuditEntryView> page(PageQuery query, AuditCriteria filter) {
        return query.slice(entries.page(query, filter), AuditRow::cursorKey).map(entry -> AuditEntryView.of(entry, zone));
    }

    long count(AuditCriteria filter) {
        return entries.count(filter);
    }

    /** The names that the caller had in its entries. Empty for a caller without entries and for an erased one. */
    Set<String> namesOf(UUID caller) {
        return entries.callerNames(caller);
    }
}
