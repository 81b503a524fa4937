package org.depesche.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One request of a measurement.
 *
 * @param tag the entity tag that is held already; empty for none
 */
record BenchRequest(String path, String etag) {

    static BenchRequest unconditional(String path) {
        return new BenchRequest(path, "");
    }

    /** As rotate.lua reads them. */
    static Path writeFile(List<BenchRequest> requests, Path file) {
        try {
            return Files.write(file, requests.stream().map(asked -> (asked.path + ' ' + asked.etag).strip()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
