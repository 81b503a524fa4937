package org.depesche.intake.importer;

import java.util.Locale;

/** Where an import stands. */
public enum ImportState {
    /** Its upload is still coming in. */
    RECEIVING,
    /** Stored whole; waiting its turn, or being worked off. */
    RUNNING,
    /** Every record is created, updated, unchanged or rejected. */
    FINISHED,
    /** Not to be gone on with; nothing was taken of an upload that broke off. */
    FAILED;

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ImportState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
