package org.depesche.platform.http.response;

import java.util.Objects;
import java.util.UUID;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * The ETag of an editable resource, made from its version. Checks that a client which changes the resource has seen that
 * version (RFC 9110, section 13). The comparison is strong: a weak tag never matches.
 */
public final class VersionETag {

    private final @Nullable String version;

    private VersionETag(@Nullable String version) {
        this.version = version;
    }

    /**
     * Returns the ETag of an existing resource.
     *
     * @param version any text that changes with every save, for example {@code 7} or {@code 0192…-7}
     * @throws IllegalArgumentException if the text has characters that an entity tag forbids
     */
    public static VersionETag of(String version) {
        if (!version.matches("[\\x21\\x23-\\x7e]+")) {
            throw new IllegalArgumentException("no entity tag can be made of: " + version);
        }
        return new VersionETag(version);
    }

    /** Returns the ETag of a resource by its id and the number of its version. */
    public static VersionETag of(UUID id, long version) {
        return of(Uuid7.compact(id) + "-" + version);
    }

    /** Returns the state of a resource that does not exist, for a PUT that creates. */
    public static VersionETag none() {
        return new VersionETag(null);
    }

    /** Returns the value of the header ETag. */
    public String header() {
        return "\"" + Objects.requireNonNull(version) + "\"";
    }

    /** Checks a change or deletion: 428 without If-Match, 412 if If-Match names another version. */
    public void checkChange(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Problem(ProblemType.PRECONDITION_REQUIRED, "Send If-Match with the ETag you read.");
        }
        if (!matches(ifMatch)) {
            throw preconditionFailed("If-Match names a version that is not the present one.");
        }
    }

    /** Checks a PUT that creates or replaces. An existing resource requires If-Match and refuses {@code If-None-Match: *}. */
    public void checkPut(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        if (ifNoneMatch != null && (ifNoneMatch.strip().equals("*") ? version != null : matches(ifNoneMatch))) {
            throw preconditionFailed("If-None-Match: there is already something at this address.");
        }
        if (version != null) {
            checkChange(ifMatch);
        } else if (ifMatch != null) {
            throw preconditionFailed("If-Match: there is nothing at this address yet.");
        }
    }

    private boolean matches(String header) {
        if (header.strip().equals("*")) {
            return version != null;
        }
        return version != null && ETagList.strong(header).stream().anyMatch(this::isSameVersion);
    }

    /** The ETag of a compressed response has the suffix of its coding; the version is the same. */
    private boolean isSameVersion(String tag) {
        return tag.equals(version) || tag.equals(version + "-gz") || tag.equals(version + "-br");
    }

    private Problem preconditionFailed(String detail) {
        var problem = new Problem(ProblemType.PRECONDITION_FAILED, detail);
        return version != null ? problem.header("ETag", header()) : problem;
    }
}
