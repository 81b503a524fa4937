package org.depesche.intake.importer;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** The state of an import. */
public enum ImportState {
    /** The upload is being received. */
    RECEIVING,
    /** The upload is stored. The import waits or is running. */
    RUNNING,
    /** Every record is created, updated, unchanged or rejected. */
    FINISHED,
    /** The import cannot continue. An upload that broke off has imported nothing. */
    FAILED,
    /** A client cancelled the import. The articles that it had imported stay. */
    CANCELLED;

    @JsonValue
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ImportState of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
