package org.depesche.platform.http;

import java.util.OptionalLong;

/**
 * Where the change log stands, as this node sees it. Implemented by the room that keeps the log; while there is none,
 * answers carry only the sequence their provenance names.
 */
public interface LogPosition {

    /** The last sequence whose data this node's reads see. */
    OptionalLong present();
}
