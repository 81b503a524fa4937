package org.depesche.delivery.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A webhook, as the API shows it. */
@Schema(name = "Webhook", description = "An endpoint that gets changes, without its secret")
record WebhookView(
        @Schema(required = true, examples = "01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11") UUID id,
        @Schema(required = true, examples = "https://www.example.org/api/depesche") URI url,
        @Schema(examples = "Website, revalidation") String description,
        @Schema(required = true, description = "Types of change entries; empty: all") List<String> events,
        @Schema(required = true, description = "Ids of categories; empty: all") List<UUID> categories,
        @Schema(required = true, description = "Slugs of sites; empty: all") List<String> sites,
        @Schema(
                required = true,
                implementation = Webhook.State.class,
                description = "`active`, `failing` (it is tried again at `nextAttemptAt`) or `disabled`",
                examples = "active") String state,
        @Schema(
                description = "Why it is disabled",
                examples = "Failed since 2026-01-01T08:00:00Z, at last with: status 500") @Nullable String reason,
        @Schema(required = true, description = "Attempts that failed in a row", examples = "0") int failures,
        @Schema(
                type = SchemaType.STRING,
                format = "date-time",
                examples = "2026-01-01T09:00:00+01:00") @Nullable Instant failingSince,
        @Schema(
                type = SchemaType.STRING,
                format = "date-time",
                examples = "2026-01-01T09:10:00+01:00") @Nullable Instant nextAttemptAt,
        @Schema(required = true, description = "The last change that it has or did not want", examples = "42") long sequence,
        @Schema(
                type = SchemaType.STRING,
                format = "date-time",
                description = "Until then messages are signed with former secrets, too",
                examples = "2026-01-02T09:00:00+01:00") @Nullable Instant formerSecretUntil,
        @Schema(
                required = true,
                type = SchemaType.STRING,
                format = "date-time",
                examples = "2026-01-01T09:00:00+01:00") Instant createdAt) {

    static WebhookView of(Webhook webhook) {
        var target = webhook.target();
        var health = webhook.health();
        return new WebhookView(webhook.id(), target.url(), target.description(), target.events(), target.categories(),
                target.sites(), health.state().word(), health.disabledReason(), health.failures(),
                health.failingSince(), health.nextAttemptAt(), webhook.sequence(), webhook.secrets().formerUntil().orElse(null),
                webhook.createdAt());
    }

    /** The only responses with a secret. */
    @Schema(name = "WebhookWithSecret", description = "A webhook with its secret, which is shown this once")
    record WithSecret(
            @JsonUnwrapped @Schema(hidden = true) WebhookView known,
            @Schema(
                    required = true,
                    description = "Verifies the header `webhook-signature` (Standard Webhooks)",
                    examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw") String secret) {

        @Override
        public String toString() {
            return known.toString();
        }
    }

    /** An attempt, as the API shows it. */
    @Schema(name = "WebhookDelivery", description = "One attempt to deliver a message")
    record DeliveryView(
            @Schema(required = true, description = "Counts the attempts of the webhook", examples = "17") long number,
            @Schema(
                    required = true,
                    description = "The header `webhook-id`, the same in each attempt",
                    examples = "msg_AZKfPHoAfD6dbA0Pinsbxg_42") String messageId,
            @Schema(description = "The change; absent for a ping", examples = "42") @Nullable Long sequence,
            @Schema(required = true, examples = "article.published") String type,
            @Schema(
                    required = true,
                    type = SchemaType.STRING,
                    format = "date-time",
                    examples = "2026-01-01T09:00:00+01:00") Instant at,
            @Schema(required = true, description = "How long it took", examples = "87") int millis,
            @Schema(required = true, description = "Whether the receiver took it", examples = "true") boolean success,
            @Schema(description = "Absent: no response", examples = "204") @Nullable Integer status,
            @Schema(description = "What was wrong", examples = "status 500") @Nullable String error,
            @Schema(description = "The beginning of the response", examples = "ok") @Nullable String response) {

        static DeliveryView of(Attempt attempt) {
            return new DeliveryView(attempt.number(), attempt.messageId(), attempt.sequence(), attempt.type(), attempt.at(),
                    attempt.millis(), attempt.isSuccess(), attempt.status(), attempt.error(), attempt.response());
        }
    }
}
