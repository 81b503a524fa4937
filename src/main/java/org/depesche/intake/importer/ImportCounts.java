package org.depesche.intake.importer;

import org.depesche.content.editorial.bulk.ImportResult;

/** The numbers of records by their result. Empty lines do not count. */
record ImportCounts(long read, long created, long updated, long unchanged, long rejected) {

    static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0);

    static ImportCounts rejected(long count) {
        return new ImportCounts(count, 0, 0, 0, count);
    }

    static ImportCounts of(ImportResult.Outcome outcome) {
        return switch (outcome) {
            case CREATED -> new ImportCounts(1, 1, 0, 0, 0);
            case UPDATED -> new ImportCounts(1, 0, 1, 0, 0);
            case UNCHANGED -> new ImportCounts(1, 0, 0, 1, 0);
            case REJECTED -> rejected(1);
        };
    }

    ImportCounts plus(ImportCounts other) {
        return new ImportCounts(read + other.read, created + other.created, updated + other.updated,
                unchanged + other.unchanged, rejected + other.rejected);
    }
}
