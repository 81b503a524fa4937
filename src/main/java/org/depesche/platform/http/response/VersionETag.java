package org.depesche.platform.http.response;

import java.util.Objects;

import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * The version-based ETag of something editable, and the check that whoever changes it has seen that version (RFC 9110,
 * section 13). Comparison is strong: a weak tag never matches.
 */
public final class VersionETag {

    private final @Nullable String version;

    private VersionETag(@Nullable String version) {
        this.version = version;
    }

    /** The tag of what exists, from anything that changes with every save: {@code 7}, {@code 0192…-7}. */
    public static VersionETag of(String version) {
        if (!version.matches("[\\x21\\x23-\\x7e]+")) {
            throw new IllegalArgumentException("no entity tag can be made of: " + version);
        }
        return new VersionETag(version);
    }

    /** For a PUT that would create: there is nothing yet. */
    public static VersionETag none() {
        return new VersionETag(null);
    }

    /** The value of the ETag header. */
    public String header() {
        return "\"" + Objects.requireNonNull(version) + "\"";
    }

    /** Changing or deleting: without If-Match 428, with one that names another version 412. */
    public void checkChange(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Problem(ProblemType.PRECONDITION_REQUIRED, "Send If-Match with the ETag you read.");
        }
        if (!matches(ifMatch)) {
            throw preconditionFailed("If-Match names a version that is not the present one.");
        }
    }

    /** PUT that creates or replaces: what exists needs If-Match and refuses {@code If-None-Match: *}. */
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

    /** A compressed answer carries the tag with its encoding's suffix; it is the same version. */
    private boolean isSameVersion(String tag) {
        return tag.equals(version) || tag.equals(version + "-gz") || tag.equals(version + "-br");
    }

    private Problem preconditionFailed(String detail) {
        var problem = new Problem(ProblemType.PRECONDITION_FAILED, detail);
        return version != null ? problem.header("ETag", header()) : problem;
    }
}
