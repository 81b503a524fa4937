package org.depesche.platform.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.platform.http.PublicationZone;
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
        var conditions = new ArrayList<>(filter.conditions());
        var values = new HashMap<>(filter.values());
        if (!query.key().isEmpty()) {
            conditions.add(keysetCondition(query.isBackwards()));
            values.put("place", Instant.parse(query.key().get(0)));
            values.put("entry", UUID.fromString(query.key().get(1)));
        }
        var order = query.isBackwards() ? " order by at, id" : " order by at desc, id desc";
        return jdbi.withHandle(handle -> handle
                .createQuery("select " + COLUMNS + " from audit" + where(conditions) + order + " limit " + query.fetchSize())
                .bindMap(values).map(AuditRow::read).list());
    }

    /** Keyset condition. It is no row constructor, because the optimizer does not use a range for one. */
    private static String keysetCondition(boolean isBackwards) {
        return isBackwards ? "at >= :place and (at > :place or id > :entry)" : "at <= :place and (at < :place or id < :entry)";
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }
}
