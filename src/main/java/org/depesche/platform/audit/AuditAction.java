package org.depesche.platform.audit;

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
public record AuditAction(String name, String subjectKind, @Nullable UUID subject, @Nullable Long revisionBefore,
        @Nullable Long revisionAfter) {

    /** Something without revisions: {@code AuditAction.of("key.revoke", "key", id)}. */
    public static AuditAction of(String action, String subjectKind, UUID subject) {
        return new AuditAction(action, subjectKind, subject, null, null);
    }

    /** The subject's revisions before and after. */
    public AuditAction withRevisions(long from, long to) {
        return new AuditAction(name, subjectKind, subject, from, to);
    }
}
