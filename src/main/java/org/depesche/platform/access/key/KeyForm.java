package org.depesche.platform.access.key;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.depesche.platform.access.Entitlement;
import org.depesche.platform.access.Role;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.json.JsonForm;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request that creates a key. */
@Schema(name = "KeyForm", description = "What a new key shall be")
record KeyForm(
        @Schema(
                required = true,
                maxLength = MAX_NAME_LENGTH,
                description = "Whose key it is or what it is for",
                examples = "Website, production") String name,
        @Schema(
                required = true,
                implementation = Role.class,
                description = "What it may do: each role includes all before it",
                examples = "editor") Role role,
        @Schema(description = ENTITLEMENTS, maxItems = MAX_ENTITLEMENTS) Set<Entitlement> entitlements,
        @Schema(
                implementation = String.class,
                format = "date-time",
                description = "When it ends: a timestamp with offset, a local time or a date in the future. Absent: never",
                examples = "2027-12-31T23:59:59+01:00") @Nullable Instant expiresAt) {

    static final int MAX_NAME_LENGTH = 200;
    static final int MAX_ENTITLEMENTS = 10;
    static final String ENTITLEMENTS = "What it may read beyond free articles: `registered`, or `subscribers`, which includes "
            + "it. Editors and admins read everything.";

    private static final int MAX_TIME_LENGTH = 40;
    private static final Map<String, Role> ROLES = Arrays.stream(Role.values())
            .collect(toMap(Role::word, role -> role, (first, second) -> first, LinkedHashMap::new));

    /**
     * Reads the body.
     * @throws Problem with all errors of the body
     */
    static KeyForm read(JsonForm form, PublicationZone zone, Clock clock) {
        var name = form.visibleText("name", MAX_NAME_LENGTH);
        var role = form.choice("role", ROLES);
        var entitlements = readEntitlements(form);
        var end = expiry(form, zone, clock);
        form.require("name", "role");
        form.verify();
        return new KeyForm(name.orElseThrow(), role.orElseThrow(), entitlements, end.orElse(null));
    }

    /** Reads the entitlements. Without the member or with null, the key has none. Errors are added to the form. */
    static Set<Entitlement> readEntitlements(JsonForm form) {
        var words = form.texts("entitlements", MAX_ENTITLEMENTS, MAX_NAME_LENGTH);
        words.stream().filter(word -> !Entitlement.BY_WORD.containsKey(word)).findFirst()
                .ifPresent(word -> form.reject("entitlements", "has \"" + word + "\"; known are "
                        + String.join(", ", new TreeSet<>(Entitlement.BY_WORD.keySet())) + "."));
        return words.stream().map(Entitlement.BY_WORD::get).filter(Objects::nonNull).collect(toUnmodifiableSet());
    }

    private static Optional<Instant> expiry(JsonForm form, PublicationZone zone, Clock clock) {
        return form.text("expiresAt", MAX_TIME_LENGTH).flatMap(text -> {
            var end = zone.read(text);
            if (end.isEmpty()) {
                form.reject("expiresAt", "must be a timestamp with offset, a local time of " + zone.zone() + " or a date.");
            } else if (!end.get().isAfter(clock.instant())) {
                form.reject("expiresAt", "must lie in the future.");
            }
            return end;
        });
    }
}
