package org.depesche.platform.access.oidc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.depesche.platform.access.CallerIdentity;
import org.depesche.platform.access.Role;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Maps a verified access token to a caller. */
final class TokenCallerMapper {

    private static final int MAX_NAME_LENGTH = 200;

    private final Map<Role, List<String>> claimValues;

    TokenCallerMapper(OidcIssuerConfig config) {
        claimValues = new EnumMap<>(Role.class);
        Stream.of(Role.values()).forEach(role -> claimValues.put(role, claimValues(config, role)));
    }

    private static List<String> claimValues(OidcIssuerConfig config, Role role) {
        return switch (role) {
            case READER -> config.readerRoles();
            case AUTHOR -> config.authorRoles();
            case EDITOR -> config.editorRoles();
            case ADMIN -> config.adminRoles();
        };
    }

    /** The caller of a token; empty when the token has no role of this service. */
    Optional<CallerIdentity> map(JsonWebToken token, Set<String> claimedRoles) {
        return role(claimedRoles).map(role -> new CallerIdentity(id(token), name(token), role, Set.of()));
    }

    /** The role with the most rights among the roles of the token. */
    private Optional<Role> role(Set<String> claimedRoles) {
        return claimValues.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(claimedRoles::contains))
                .map(Map.Entry::getKey).max(Comparator.naturalOrder());
    }

    /**
     * A UUID from the issuer and the subject, because a subject is unique within its issuer only. The id is the same
     * each time, so that authors find their drafts again.
     */
    private static UUID id(JsonWebToken token) {
        var bytes = ByteBuffer.wrap(sha256(token.getIssuer() + "\n" + token.getSubject()));
        // version 8: a custom construction (RFC 9562, section 5.8)
        return new UUID(bytes.getLong() & ~0xf000L | 0x8000L,
                bytes.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L);
    }

    private static String name(JsonWebToken token) {
        var name = Stream.of("preferred_username", "name").map(claim -> token.<Object> getClaim(claim))
                .filter(Objects::nonNull).map(Object::toString).map(TokenCallerMapper::toPrintable)
                .filter(text -> !text.isEmpty())
                .findFirst().orElse(toPrintable(token.getSubject()));
        return name.substring(0, name.offsetByCodePoints(0, Math.min(MAX_NAME_LENGTH, name.codePointCount(0, name.length()))));
    }

    private static String toPrintable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").strip();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
