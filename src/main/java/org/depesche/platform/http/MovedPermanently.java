package org.depesche.platform.http;

import java.net.URI;

/**
 * What was asked for has another address now: answered with 301 and kept for five minutes, the query as it came. Not a
 * failure, so not a problem; thrown because it can end any read.
 */
public final class MovedPermanently extends RuntimeException {

    private final String path;

    private MovedPermanently(String path) {
        super("moved to " + path, null, false, false);
        this.path = path;
    }

    /** @param path of this service, encoded, beginning with a slash, without a query */
    public static MovedPermanently to(String path) {
        return new MovedPermanently(path);
    }

    String path() {
        return path;
    }

    /** The new address, with the query that came. */
    URI location(AbsoluteUrls addresses, String query) {
        return addresses.of(query.isEmpty() ? path : path + "?" + query);
    }
}
