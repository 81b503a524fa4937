package org.depesche.delivery.purge;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.depesche.platform.http.CacheTag;
import org.depesche.platform.outbound.OutboundHttpClient;

/** The purge API of one kind of network. */
enum PurgeProtocol {
    /** Up to 256 surrogate keys in a request header. */
    FASTLY(256, "https://api.fastly.com") {
        @Override
        OutboundHttpClient.Request purgeTags(PurgeConfig.EndpointConfig endpoint, List<CacheTag> tags) {
            return call(endpoint, "purge", Map.of("Surrogate-Key", join(tags)));
        }

        @Override
        Optional<OutboundHttpClient.Request> purgeAll(PurgeConfig.EndpointConfig endpoint) {
            return Optional.of(call(endpoint, "purge_all", Map.of()));
        }

        private OutboundHttpClient.Request call(PurgeConfig.EndpointConfig endpoint, String action,
                Map<String, String> extraHeaders) {
            var headers = new HashMap<>(extraHeaders);
            headers.put("Fastly-Key", endpoint.token().orElseThrow());
            headers.put("Accept", "application/json");
            if (endpoint.soft() && action.equals("purge")) {
                headers.put("Fastly-Soft-Purge", "1");
            }
            return new OutboundHttpClient.Request("POST",
                    url(endpoint, "/service/" + endpoint.service().orElseThrow() + "/" + action),
                    headers, "");
        }
    },
    /** Up to 30 cache tags in a JSON body. */
    CLOUDFLARE(30, "https://api.cloudflare.com/client/v4") {
        @Override
        OutboundHttpClient.Request purgeTags(PurgeConfig.EndpointConfig endpoint, List<CacheTag> tags) {
            return call(endpoint, tags.stream().map(tag -> '"' + tag.text() + '"').collect(joining(",", "{\"tags\":[", "]}")));
        }

        @Override
        Optional<OutboundHttpClient.Request> purgeAll(PurgeConfig.EndpointConfig endpoint) {
            return Optional.of(call(endpoint, "{\"purge_everything\":true}"));
        }

        private OutboundHttpClient.Request call(PurgeConfig.EndpointConfig endpoint, String body) {
            var headers = Map.of("Authorization", "Bearer " + endpoint.token().orElseThrow(), "Content-Type",
                    "application/json");
            return new OutboundHttpClient.Request("POST",
                    url(endpoint, "/zones/" + endpoint.service().orElseThrow() + "/purge_cache"), headers, body);
        }
    },
    /** The usual configuration of Varnish's xkey module: a PURGE request with the tags in a header, of at most 8 KiB. */
    VARNISH(100, "") {
        @Override
        OutboundHttpClient.Request purgeTags(PurgeConfig.EndpointConfig endpoint, List<CacheTag> tags) {
            var headers = new HashMap<>(Map.of(endpoint.header(), join(tags)));
            endpoint.token().ifPresent(token -> headers.put("Authorization", "Bearer " + token));
            return new OutboundHttpClient.Request("PURGE", url(endpoint, "/"), headers, "");
        }

        @Override
        Optional<OutboundHttpClient.Request> purgeAll(PurgeConfig.EndpointConfig endpoint) {
            return Optional.empty();
        }
    };

    private final int maxTags;
    private final String defaultUrl;

    PurgeProtocol(int maxTags, String defaultUrl) {
        this.maxTags = maxTags;
        this.defaultUrl = defaultUrl;
    }

    int maxTags() {
        return maxTags;
    }

    abstract OutboundHttpClient.Request purgeTags(PurgeConfig.EndpointConfig endpoint, List<CacheTag> tags);

    /** The request that purges everything; empty when the protocol has none. */
    abstract Optional<OutboundHttpClient.Request> purgeAll(PurgeConfig.EndpointConfig endpoint);

    /** The name of a required setting that is missing. */
    Optional<String> missingSetting(PurgeConfig.EndpointConfig endpoint) {
        if (defaultUrl.isEmpty()) {
            return endpoint.url().isEmpty() ? Optional.of("url") : Optional.empty();
        }
        return endpoint.service().isEmpty() ? Optional.of("service")
                : endpoint.token().isEmpty() ? Optional.of("token") : Optional.empty();
    }

    private static String join(List<CacheTag> tags) {
        return tags.stream().map(CacheTag::text).collect(joining(" "));
    }

    URI url(PurgeConfig.EndpointConfig endpoint, String path) {
        var base = endpoint.url().map(URI::toString).orElse(defaultUrl);
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }
}
