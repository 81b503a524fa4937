package org.depesche.platform.access.key;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.depesche.platform.access.Entitlement;
import org.depesche.platform.access.Role;
import org.depesche.platform.http.PublicationZone;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;

/** An API key, as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Key", description = "An API key without its secret")
record KeyView(
        @Schema(
                required = true,
                implementation = String.class,
                format = "uuid",
                description = "Names the key in addresses",
                examples = "01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11") UUID id,
        @Schema(
                required = true,
                description = "Whose key it is or what it is for",
                examples = "Website, production") String name,
        @Schema(implementation = Role.class, required = true,
                description = "`reader`, `author`, `editor` or `admin`; each includes all before it",
                examples = "editor") String role,
        @Schema(required = true, description = KeyForm.ENTITLEMENTS) List<Entitlement> entitlements,
        @Schema(
                required = true,
                description = "The key's beginning, by which it can be recognised; `env_…` for a key the operator chose",
                examples = "dep_k3v9x2m1") String prefix,
        @Schema(
                implementation = State.class,
                required = true,
                description = "`active`, `expired` or `revoked`",
                examples = "active") String state,
        @Schema(
                required = true,
                implementation = String.class,
                format = "date-time",
                description = "When it was made",
                examples = "2026-01-15T10:30:00+01:00") OffsetDateTime createdAt,
        @Schema(
                implementation = String.class,
                format = "date-time",
                description = "Absent: it does not expire",
                examples = "2027-12-31T23:59:59+01:00") @Nullable OffsetDateTime expiresAt,
        @Schema(
                implementation = String.class,
                format = "date-time",
                description = "Absent: it is not revoked",
                examples = "2026-03-01T09:00:00+01:00") @Nullable OffsetDateTime revokedAt,
        @Schema(
                implementation = String.class,
                format = "date-time",
                description = "To the minute; absent: never used",
                examples = "2026-02-28T17:45:00+01:00") @Nullable OffsetDateTime lastUsedAt) {

    static KeyView of(ApiKey key, Instant now, PublicationZone zone) {
        return new KeyView(key.id(), key.name(), key.role().word(),
                key.entitlements().stream().sorted().toList(), key.prefix(), state(key, now),
                zone.toOffsetDateTime(key.createdAt()),
                toZone(key.expiresAt(), zone), toZone(key.revokedAt(), zone), toZone(key.lastUsedAt(), zone));
    }

    private static String state(ApiKey key, Instant now) {
        if (key.revokedAt().isPresent()) {
            return State.REVOKED.word();
        }
        return key.expiresAt().filter(end -> !end.isAfter(now)).isPresent() ? State.EXPIRED.word()
                : State.ACTIVE.word();
    }

    private static @Nullable OffsetDateTime toZone(Optional<Instant> instant, PublicationZone zone) {
        return instant.map(zone::toOffsetDateTime).orElse(null);
    }

    /** The only response that contains the text of a key. */
    @Schema(name = "NewKey", description = "A key just made, with the text that is shown this once")
    record NewKeyView(
            @JsonUnwrapped @Schema(hidden = true) KeyView known,
            @Schema(
                    required = true,
                    description = "The key itself. Send it as `Authorization: Bearer <key>`. It cannot be shown again",
                    examples = "dep_k3v9x2m1_…") String key) {

        @Override
        public String toString() {
            return known.toString();
        }
    }

    /** Whether a key is valid, and if not, why. */
    public enum State {
        ACTIVE,
        EXPIRED,
        REVOKED;

        /** The name in the API. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
