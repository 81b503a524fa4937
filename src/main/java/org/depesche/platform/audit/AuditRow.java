package org.depesche.platform.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** An audit entry as it is stored. */
record AuditRow(UUID id, Instant at, @Nullable UUID caller, @Nullable String callerName, @Nullable String address,
        String action,
        String subjectKind, @Nullable UUID subject, @Nullable Long revisionBefore, @Nullable Long revisionAfter) {

    static AuditRow read(RowView row) {
        return new AuditRow(row.getColumn("id", UUID.class), row.getColumn("at", Instant.class),
                row.getColumn("caller_id", UUID.class), row.getColumn("caller_name", String.class),
                row.getColumn("address", String.class), row.getColumn("action", String.class),
                row.getColumn("subject_kind", String.class), row.getColumn("subject_id", UUID.class),
                row.getColumn("revision_before", Long.class), row.getColumn("revision_after", Long.class));
    }

    /** The key of the entry in a cursor. */
    List<String> cursorKey() {
        return List.of(at.toString(), id.toString());
    }
}
