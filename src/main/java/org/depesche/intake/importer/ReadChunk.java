package org.depesche.intake.importer;

import java.util.List;

/** A chunk's records, read and cleaned: all that can be done without the database. */
record ReadChunk(int number, List<ReadRecord> records) {

    ReadChunk {
        records = List.copyOf(records);
    }

    /** What of it is still to be worked off. */
    ReadChunk after(long line) {
        return new ReadChunk(number, records.stream().filter(record -> record.line() > line).toList());
    }
}
