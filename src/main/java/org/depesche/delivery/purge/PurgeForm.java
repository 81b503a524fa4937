package org.depesche.delivery.purge;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.depesche.platform.outbound.Outbound;

/** How a kind of network is told what to forget, and how many tags it takes in one call. */
enum PurgeForm {
    /** Up to 256 surrogate keys a call, in a header. */
    FASTLY(256, "https://api.fastly.com") {
        @Override
        Outbound.Call forget(PurgeConfig.EndpointConfig endpoint, List<String> tags) {
            return call(endpoint, "purge", Map.of("Surrogate-Key", String.join(" ", tags)));
        }

        @Override
        Optional<Outbound.Call> forgetEverything(PurgeConfig.EndpointConfig endpoint) {
            return Optional.of(call(endpoint, "purge_all", Map.of()));
        }

        private Outbound.Call call(PurgeConfig.EndpointConfig endpoint, String what, Map<String, String> more) {
            var headers = new HashMap<>(more);
            headers.put("Fastly-Key", endpoint.token().orElseThrow());
            headers.put("Accept", "application/json");
            if (endpoint.soft() && what.equals("purge")) {
                headers.put("Fastly-Soft-Purge", "1");
            }
            return new Outbound.Call("POST", address(endpoint, "/service/" + endpoint.service().orElseThrow() + "/" + what),
                    headers, "");
        }
    },
    /** Up to 30 cache tags a call, in JSON. */
    CLOUDFLARE(30, "https://api.cloudflare.com/client/v4") {
        @Override
        Outbound.Call forget(PurgeConfig.EndpointConfig endpoint, List<String> tags) {
            return call(endpoint, tags.stream().map(tag -> '"' + tag + '"').collect(joining(",", "{\"tags\":[", "]}")));
        }

        @Override
        Optional<Outbound.Call> forgetEverything(PurgeConfig.EndpointConfig endpoint) {
            return Optional.of(call(endpoint, "{\"purge_everything\":true}"));
        }

        private Outbound.Call call(PurgeConfig.EndpointConfig endpoint, String body) {
            var headers = Map.of("Authorization", "Bearer " + endpoint.token().orElseThrow(), "Content-Type",
                    "application/json");
            return new Outbound.Call("POST",
                    address(endpoint, "/zones/" + endpoint.service().orElseThrow() + "/purge_cache"), headers, body);
        }
    },
    /** The xkey module's usual configuration: a PURGE with the tags in a header, within the 8 KiB such headers may have. */
    VARNISH(100, "") {
        @Override
        Outbound.Call forget(PurgeConfig.EndpointConfig endpoint, List<String> tags) {
            var headers = new HashMap<>(Map.of(endpoint.header(), String.join(" ", tags)));
            endpoint.token().ifPresent(token -> headers.put("Authorization", "Bearer " + token));
            return new Outbound.Call("PURGE", address(endpoint, "/"), headers, "");
        }

        @Override
        Optional<Outbound.Call> forgetEverything(PurgeConfig.EndpointConfig endpoint) {
            return Optional.empty();
        }
    };

    private final int mostTags;
    private final String usualAddress;

    PurgeForm(int mostTags, String usualAddress) {
        this.mostTags = mostTags;
        this.usualAddress = usualAddress;
    }

    int mostTags() {
        return mostTags;
    }

    abstract Outbound.Call forget(PurgeConfig.EndpointConfig endpoint, List<String> tags);

    /** Empty where there is no such call. */
    abstract Optional<Outbound.Call> forgetEverything(PurgeConfig.EndpointConfig endpoint);

    /** What is missing in the configuration, in words for its author. */
    Optional<String> missing(PurgeConfig.EndpointConfig endpoint) {
        if (usualAddress.isEmpty()) {
            return endpoint.url().isEmpty() ? Optional.of("url") : Optional.empty();
        }
        return endpoint.service().isEmpty() ? Optional.of("service")
                : endpoint.token().isEmpty() ? Optional.of("token") : Optional.empty();
    }

    URI address(PurgeConfig.EndpointConfig endpoint, String path) {
        var base = endpoint.url().map(URI::toString).orElse(usualAddress);
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }
}
