package org.depesche.intake.importer.ndjson;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * Complete lines of an upload, as many as one transaction imports.
 * @param number counted from 0 without gaps
 * @param firstLine the number of the first line in the upload
 * @param content the lines, compressed with gzip
 */
public record Chunk(int number, long firstLine, byte[] content) {

    InputStream decompress() throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(content), 1 << 15);
    }
}
