package org.depesche.delivery.purge;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.depesche.platform.outbound.OutboundHttpClient;

/** How a kind of network is told what to forget, and how many tags it takes in one call. */
enum PurgeProtocol {
    /** Up to 256 surrogate keys a call, in a header. */
    FASTLY(256, "https://api.fastly.com") {
        @Override
        OutboundHttpClient.Request purgeTags(PurgeConfig.EndpointConfig endpoint, List<String> tags) {
            return call(endpoint, "purge", Map.of("Surrogate-Key", String.join(" ", tags)));
        }

        @Override
        Optional<OutboundHttpClient.Request> purgeAll(PurgeConfig.EndpointConfig endpoint) {
            return Optional.of(call(endpoint, "purge_all", Map.of()));
        }

        private OutboundHttpClient.Request call(PurgeConfig.EndpointConfig endpoint, String what, Map<String, String> more) {
            var headers = new HashMap<>(more);
            headers.put("Fastly-Key", endpoint.token().orElseThrow());
            headers.put("Accept", "application/json");
            if (endpoint.soft() && what.equals("purge")) {
                headers.put("Fastly-Soft-Purge", "1");
            }
            return new OutboundHttpClient.Request("POST",
                    address(endpoint, "/service/" + endpoint.service().orElseThrow() + "/" + what),
                    headers, "");
        }
    },
    /** Up to 30 cache tags a call, in JSON. */
    CLOUDFLARE(30, "https://api.cloudflare.com/client/v4") {
        @Override
        OutboundHttpClient.Request purgeTags(PurgeConfig.EndpointConfig endpoint, List<String> tags) {
            return call(endpoint, tags.stream().map(tag -> '"' + tag + '"').collect(joining(",", "{\"tags\":[", "]}")));
        }

        @Override
        Optional<OutboundHttpClient.Request> purgeAll(PurgeConfig.EndpointConfig endpoint) {
            return Optional.of(call(endpoint, "{\"purge_everything\":true}"));
        }

        private OutboundHttpClient.Request call(PurgeConfig.EndpointConfig endpoint, String body) {
            var headers = Map.of("Authorization", "Bearer " + endpoint.token().orElseThrow(), "Content-Type",
                    "application/json");
            return new OutboundHttpClient.Request("POST",
                    address(endpoint, "/zones/" + endpoint.service().orElseThrow() + "/purge_cache"), headers, body);
        }
    },
    /** The xkey module's usual configuration: a PURGE with the tags in a header, within the 8 KiB such headers may have. */
    VARNISH(100, "") {
        @Override
        OutboundHttpClient.Request purgeTags(PurgeConfig.EndpointConfig endpoint, List<String> tags) {
            var headers = new HashMap<>(Map.of(endpoint.header(), String.join(" ", tags)));
            endpoint.token().ifPresent(token -> headers.put("Authorization", "Bearer " + token));
            return new OutboundHttpClient.Request("PURGE", address(endpoint, "/"), headers, "");
        }

        @Override
        Optional<OutboundHttpClient.Request> purgeAll(PurgeConfig.EndpointConfig endpoint) {
            return Optional.empty();
        }
    };

    private final int maxTags;
    private final String defaultUrl;

    PurgeProtocol(int mostTags, String usualAddress) {
        this.maxTags = mostTags;
        this.defaultUrl = usualAddress;
    }

    int maxTags() {
        return maxTags;
    }

    abstract OutboundHttpClient.Request purgeTags(PurgeConfig.EndpointConfig endpoint, List<String> tags);

    /** Empty where there is no such call. */
    abstract Optional<OutboundHttpClient.Request> purgeAll(PurgeConfig.EndpointConfig endpoint);

    /** What is missing in the configuration, in words for its author. */
    Optional<String> missingSetting(PurgeConfig.EndpointConfig endpoint) {
        if (defaultUrl.isEmpty()) {
            return endpoint.url().isEmpty() ? Optional.of("url") : Optional.empty();
        }
        return endpoint.service().isEmpty() ? Optional.of("service")
                : endpoint.token().isEmpty() ? Optional.of("token") : Optional.empty();
    }

    URI address(PurgeConfig.EndpointConfig endpoint, String path) {
        var base = endpoint.url().map(URI::toString).orElse(defaultUrl);
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }
}
