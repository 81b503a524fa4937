package org.depesche.platform.audit;

import java.time.OffsetDateTime;
import java.util.UUID;

import org.depesche.platform.http.PublicationZone;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** An audit entry, as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AuditEntry", description = "Who did what to what, when and from where")
record AuditEntryView(
        @Schema(
                required = true,
                implementation = String.class,
                format = "uuid",
                description = "Names the entry",
                examples = "01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11") UUID id,
        @Schema(
                required = true,
                implementation = String.class,
                format = "date-time",
                description = "When it was done",
                examples = "2026-03-01T09:00:00+01:00") OffsetDateTime at,
        @Schema(required = true, description = "Who did it") AuditCaller by,
        @Schema(
                description = "The network address it was done from; absent for what the service did by itself, and when it "
                        + "was forgotten on request",
                examples = "203.0.113.7") @Nullable String address,
        @Schema(
                required = true,
                description = "Subject and verb; more may be added",
                examples = "article.publish") String action,
        @Schema(required = true, description = "What it was done to") Subject subject,
        @Schema(
                description = "The subject's revision before; absent where it has none or was new",
                examples = "3") @Nullable Long revisionBefore,
        @Schema(
                description = "The subject's revision after; absent where it has none or is gone",
                examples = "4") @Nullable Long revisionAfter) {

    static AuditEntryView of(AuditRow entry, PublicationZone zone) {
        return new AuditEntryView(entry.id(), zone.toOffsetDateTime(entry.at()),
                new AuditCaller(entry.caller(), entry.callerName()),
                entry.address(),
                entry.action(), new Subject(entry.subjectKind(), entry.subject()), entry.revisionBefore(),
                entry.revisionAfter());
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AuditCaller", description = "A caller as it was called then")
    record AuditCaller(
            @Schema(
                    implementation = String.class,
                    format = "uuid",
                    description = "The key's or the person's id; absent for the service itself",
                    examples = "01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11") @Nullable UUID id,
            @Schema(
                    description = "The key's or the person's name then, or what the service calls its own worker; absent "
                            + "when it was forgotten on request",
                    examples = "Website, production") @Nullable String name) {
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AuditSubject", description = "What something was done to")
    record Subject(
            @Schema(required = true, description = "Its kind; more may be added", examples = "article") String kind,
            @Schema(
                    implementation = String.class,
                    format = "uuid",
                    description = "Its id; absent where there are many or none",
                    examples = "01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11") @Nullable UUID id) {
    }
}
