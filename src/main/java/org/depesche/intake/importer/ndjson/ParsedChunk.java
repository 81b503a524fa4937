package org.depesche.intake.importer.ndjson;

import java.util.List;

import org.depesche.content.editorial.bulk.ArticleImporter;

/** The parsed and sanitized records of a chunk: everything that needs no database. */
public record ParsedChunk(int number, List<ParsedRecord> records) {

    public ParsedChunk {
        records = List.copyOf(records);
    }

    /** The records after a line, which are not imported yet. */
    public ParsedChunk afterLine(long line) {
        return new ParsedChunk(number, records.stream().filter(record -> record.line() > line).toList());
    }

    /** A record and its line in the upload. */
    public record ParsedRecord(long line, ArticleImporter.ImportRecord article) {
    }
}
