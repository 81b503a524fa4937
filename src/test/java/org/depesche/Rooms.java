package org.depesche;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The floor plan: which room may import which. The README shows the same table. */
final class Rooms {

    private static final String KERNEL = "kernel";
    private static final String BOOTSTRAP = "bootstrap";
    private static final String NAMES = "platform.*, content.vocabulary, content.listing, content.site";
    private static final String SUBJECTS = NAMES
            + ", content.category, content.tag, content.author, content.image, content.body";

    private static final Map<String, List<String>> TABLE = Map.ofEntries(
            room("platform.problem", ""),
            room("platform.database", ""),
            room("platform.page", "platform.problem"),
            room("platform.http", "platform.problem"),
            room("platform.form", "platform.problem"),
            room("platform.lease", "platform.database"),
            room("platform.idempotency", "platform.problem, platform.http, platform.database"),
            room("platform.access", "platform.problem, platform.page, platform.http, platform.form, platform.database,"
                    + " platform.lease, platform.idempotency"),
            room("content.vocabulary", "platform.*"),
            room("content.listing", "platform.*"),
            room("content.body", "platform.*"),
            room("content.site", "platform.*, content.vocabulary"),
            room("content.category", NAMES),
            room("content.tag", NAMES),
            room("content.author", NAMES),
            room("content.image", NAMES),
            room("content.article", SUBJECTS),
            room("content.editorial", SUBJECTS + ", content.article"),
            room("delivery.change", "platform.*, content.vocabulary, content.site, content.category, content.tag,"
                    + " content.author, content.image, content.article"),
            room("delivery.related", "platform.*, content.listing, content.site, content.category, content.tag,"
                    + " content.article, delivery.change"),
            room("intake.importer", "platform.*, content.*"));

    private Rooms() {
    }

    static boolean isKnown(String room) {
        return room.equals(KERNEL) || isBootstrap(room) || TABLE.containsKey(room);
    }

    /** The kernel is free to all; nobody imports what puts the rooms together. */
    static boolean mayImport(String room, String other) {
        return room.equals(other) || isBootstrap(room) || other.equals(KERNEL)
                || TABLE.getOrDefault(room, List.of()).stream().anyMatch(allowed -> covers(allowed, other));
    }

    private static boolean isBootstrap(String room) {
        return room.equals(BOOTSTRAP) || room.startsWith(BOOTSTRAP + ".");
    }

    private static boolean covers(String allowed, String other) {
        return allowed.endsWith(".*") ? other.startsWith(allowed.substring(0, allowed.length() - 1)) : allowed.equals(other);
    }

    private static Map.Entry<String, List<String>> room(String name, String mayImport) {
        return entry(name, Arrays.stream(mayImport.split(",\\s*")).filter(other -> !other.isEmpty()).toList());
    }
}
