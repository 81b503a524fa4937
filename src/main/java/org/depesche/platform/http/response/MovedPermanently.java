package org.depesche.platform.http.response;

import java.net.URI;

import org.depesche.platform.http.AbsoluteUrls;

/**
 * The requested resource has another URL now, for example because a former slug was asked for. The response is a redirect, a
 * 301 that is cached for five minutes and keeps the query. It is no {@link org.depesche.platform.problem.Problem}, because it
 * is no failure. It is an exception because it can end any read.
 */
public final class MovedPermanently extends RuntimeException {

    private final String path;

    private MovedPermanently(String path) {
        super("moved to " + path, null, false, false);
        this.path = path;
    }

    /** @param path a path of this service, encoded, with a leading slash and without a query */
    public static MovedPermanently to(String path) {
        return new MovedPermanently(path);
    }

    String path() {
        return path;
    }

    /** Returns the new URL with the query of the request. */
    URI location(AbsoluteUrls urls, String query) {
        return urls.of(query.isEmpty() ? path : path + "?" + query);
    }
}
