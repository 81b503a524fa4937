package org.depesche.platform.http;

/** The groups of routes that HTTP handling distinguishes. */
public enum RouteGroup {
    DELIVERY,
    EDITORIAL,
    FEEDS,
    MEDIA,
    OTHER;

    public static RouteGroup of(String path) {
        if (isWithin(path, "/v1/editorial")) {
            return EDITORIAL;
        }
        if (isWithin(path, "/v1")) {
            return DELIVERY;
        }
        if (isWithin(path, "/feeds")) {
            return FEEDS;
        }
        return isWithin(path, "/media") || path.equals("/embed.js") ? MEDIA : OTHER;
    }

    /**
     * Returns whether an unknown parameter is ignored. Feeds and media accept tracking parameters that other sites add to
     * links, and the cache buster of browser code; the API refuses them.
     */
    public boolean ignoresParameter(String parameter) {
        return switch (this) {
            case FEEDS, MEDIA -> parameter.startsWith("utm_") || parameter.equals("fbclid") || parameter.equals("gclid")
                    || parameter.equals("_");
            case DELIVERY, EDITORIAL, OTHER -> false;
        };
    }

    /** Returns whether GET answers with a stream, which is made for one client and has no end or no bound. */
    public static boolean isStream(String path) {
        return path.equals("/v1/changes/stream") || path.equals("/v1/export");
    }

    public boolean isPublic() {
        return this == DELIVERY || this == FEEDS || this == MEDIA;
    }

    private static boolean isWithin(String path, String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }
}
