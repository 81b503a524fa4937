package org.depesche.intake.importer.ndjson;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * Some lines of an upload, whole ones, as many as one transaction takes.
 *
 * @param number counted from 0 without gaps
 * @param firstLine the number of its first line in the upload
 * @param content the lines, packed
 */
public record Chunk(int number, long firstLine, byte[] content) {

    InputStream decompress() throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(content), 1 << 15);
    }
}
