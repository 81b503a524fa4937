package org.depesche.platform.http;

import java.util.Set;

/** The groups of routes that HTTP handling distinguishes. */
public enum RouteGroup {
    DELIVERY,
    EDITORIAL,
    FEEDS,
    MEDIA,
    OEMBED,
    OTHER;

    /** The arguments of oEmbed 1.0, section 2.2, by their names. */
    private static final Set<String> OEMBED_ARGUMENTS = Set.of("url", "maxwidth", "maxheight", "format", "minSequence");

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
        if (path.equals("/oembed")) {
            return OEMBED;
        }
        return isWithin(path, "/media") || path.equals("/embed.js") || isWithin(path, "/embed") ? MEDIA : OTHER;
    }

    /**
     * Returns whether an unknown parameter is ignored. Feeds and media accept tracking parameters that other sites add to
     * links, and the cache buster of browser code; the API refuses them. An oEmbed consumer may send arguments of its own,
     * which the standard tells providers to ignore; WordPress sends {@code dnt=1} to all.
     */
    public boolean ignoresParameter(String parameter) {
        return switch (this) {
            case FEEDS, MEDIA -> parameter.startsWith("utm_") || parameter.equals("fbclid") || parameter.equals("gclid")
                    || parameter.equals("_");
            case OEMBED -> !OEMBED_ARGUMENTS.contains(parameter);
            case DELIVERY, EDITORIAL, OTHER -> false;
        };
    }

    /** Returns whether GET answers with a stream, which is made for one client and has no end or no bound. */
    public static boolean isStream(String path) {
        return path.equals("/v1/changes/stream") || path.equals("/v1/export");
    }

    public boolean isPublic() {
        return this == DELIVERY || this == FEEDS || this == MEDIA || this == OEMBED;
    }

    private static boolean isWithin(String path, String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }
}
