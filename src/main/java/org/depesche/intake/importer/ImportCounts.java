package org.depesche.intake.importer;

import org.depesche.content.editorial.bulk.ImportResult;

/** What became of the records so far; empty lines are none. */
record ImportCounts(long read, long created, long updated, long unchanged, long rejected) {

    static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0);

    static ImportCounts rejected(long count) {
        return new ImportCounts(count, 0, 0, 0, count);
    }

    static ImportCounts of(ImportResult.Outcome kind) {
        return switch (kind) {
            case CREATED -> new ImportCounts(1, 1, 0, 0, 0);
            case UPDATED -> new ImportCounts(1, 0, 1, 0, 0);
            case UNCHANGED -> new ImportCounts(1, 0, 0, 1, 0);
            case REJECTED -> rejected(1);
        };
    }

    ImportCounts plus(ImportCounts more) {
        return new ImportCounts(read + more.read, created + more.created, updated + more.updated,
                unchanged + more.unchanged, rejected + more.rejected);
    }
}
