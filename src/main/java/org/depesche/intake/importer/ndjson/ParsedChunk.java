package org.depesche.intake.importer.ndjson;

import java.util.List;

import org.depesche.content.editorial.bulk.ArticleImporter;

/** A chunk's records, read and cleaned: all that can be done without the database. */
public record ParsedChunk(int number, List<ParsedRecord> records) {

    public ParsedChunk {
        records = List.copyOf(records);
    }

    /** What of it is still to be worked off. */
    public ParsedChunk afterLine(long line) {
        return new ParsedChunk(number, records.stream().filter(record -> record.line() > line).toList());
    }

    /** One record and the line it stands on. */
    public record ParsedRecord(long line, ArticleImporter.ImportRecord article) {
    }
}
