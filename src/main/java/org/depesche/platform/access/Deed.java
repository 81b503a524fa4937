package org.depesche.platform.access;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One thing done to one subject.
 *
 * @param action subject and verb, as {@code article.publish}
 * @param subjectKind what it was done to, as {@code article}
 * @param subject its id, absent where there are many or none
 * @param before the subject's revision before, absent where it has none
 * @param after the subject's revision after
 */
public record Deed(String action, String subjectKind, @Nullable UUID subject, @Nullable Long before, @Nullable Long after) {

    /** Something without revisions: {@code Deed.of("key.revoke", "key", id)}. */
    public static Deed of(String action, String subjectKind, UUID subject) {
        return new Deed(action, subjectKind, subject, null, null);
    }

    /** The subject's revisions before and after. */
    public Deed revised(long from, long to) {
        return new Deed(action, subjectKind, subject, from, to);
    }
}
