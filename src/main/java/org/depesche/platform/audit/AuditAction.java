package org.depesche.platform.audit;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An action on a subject.
 * @param name subject and verb, such as {@code article.publish}
 * @param subjectKind the kind of the subject, such as {@code article}
 * @param subject the id of the subject; null when there are many or none
 * @param revisionBefore the subject's revision before the action; null when it has none
 * @param revisionAfter the subject's revision after the action; null when it has none
 */
public record AuditAction(String name, String subjectKind, @Nullable UUID subject, @Nullable Long revisionBefore,
        @Nullable Long revisionAfter) {

    /** An action on a subject without revisions: {@code AuditAction.of("key.revoke", "key", id)}. */
    public static AuditAction of(String action, String subjectKind, UUID subject) {
        return new AuditAction(action, subjectKind, subject, null, null);
    }
}
