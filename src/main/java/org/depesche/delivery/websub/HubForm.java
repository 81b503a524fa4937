package org.depesche.delivery.websub;

import java.net.URI;

import org.depesche.platform.json.WebUrl;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The form of a request (section 5.1), for the OpenAPI document. */
@Schema(
        name = "HubRequest",
        description = "A request of a subscriber to the hub. Parameters that the standard does not name are ignored.")
record HubForm(
        @JsonProperty(value = HubRequest.MODE, required = true) @Schema(
                required = true,
                enumeration = { Subscription.SUBSCRIBE, Subscription.UNSUBSCRIBE },
                description = "What is asked for",
                examples = "subscribe") String mode,
        @JsonProperty(value = HubRequest.TOPIC, required = true) @Schema(
                required = true,
                maxLength = WebUrl.MAX_LENGTH,
                description = "The address of a feed of this service, as its link `self` has it",
                examples = "https://api.example.org/feeds/categories/politik.rss") URI topic,
        @JsonProperty(value = HubRequest.CALLBACK, required = true) @Schema(
                required = true,
                maxLength = WebUrl.MAX_LENGTH,
                description = "Where the feed is posted: an address on the public internet, with http or https",
                examples = "https://reader.example.com/inbox") URI callback,
        @JsonProperty(HubRequest.LEASE) @Schema(
                description = "How long the subscription lasts. The hub keeps it within its limits. Absent: ten days",
                minimum = "1",
                maximum = "999999999999",
                examples = "864000") @Nullable Long lease,
        @JsonProperty(HubRequest.SECRET) @Schema(
                description = "Signs each delivery in `X-Hub-Signature` (sha256). Less than 200 bytes",
                maxLength = HubRequest.MAX_SECRET_BYTES,
                examples = "a long random text") @Nullable String secret){
}
