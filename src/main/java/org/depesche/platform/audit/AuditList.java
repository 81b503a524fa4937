package org.depesche.platform.audit;

import java.util.List;

import org.depesche.platform.page.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AuditList", description = "Entries of the audit, newest first")
record AuditList(@Schema(required = true) List<AuditEntry> items, @Schema(required = true) Page page) {

    AuditList {
        items = List.copyOf(items);
    }
}
