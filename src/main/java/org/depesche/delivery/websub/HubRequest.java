package org.depesche.delivery.websub;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.depesche.platform.json.WebUrl;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request of a subscriber (section 5.1). All mistakes are reported at once; parameters that the standard does not name
 * are ignored.
 */
final class HubRequest {

    static final String MODE = "hub.mode";
    static final String TOPIC = "hub.topic";
    static final String CALLBACK = "hub.callback";
    static final String LEASE = "hub.lease_seconds";
    static final String SECRET = "hub.secret";
    /** The standard demands less than 200 bytes. */
    static final int MAX_SECRET_BYTES = 199;

    private final Map<String, String> form;
    private final List<InputError> errors = new ArrayList<>();

    private HubRequest(Map<String, String> form) {
        this.form = form;
    }

    /**
     * What is asked for.
     *
     * @param leaseSeconds as the subscriber asked; empty when it left that to the hub
     */
    record Asked(URI topic, URI callback, String mode, byte @Nullable [] secret, Optional<Long> leaseSeconds) {
    }

    /**
     * Reads a form ({@code application/x-www-form-urlencoded}).
     *
     * @param feed the canonical URL of a feed of this service; empty for anything else
     * @param mistake what is wrong with an absolute URL as a callback; empty for nothing
     * @throws Problem that names every mistake
     */
    static Asked read(String text, Function<URI, Optional<URI>> feed, Function<URI, Optional<String>> mistake) {
        return new HubRequest(parameters(text)).read(feed, mistake);
    }

    /** The text that the subscriber wrote as its topic, which it expects to see again. */
    static String givenTopic(String text) {
        return String.valueOf(parameters(text).get(TOPIC)).strip();
    }

    private Asked read(Function<URI, Optional<URI>> feed, Function<URI, Optional<String>> mistake) {
        var mode = String.valueOf(form.get(MODE));
        if (!mode.equals(Subscription.SUBSCRIBE) && !mode.equals(Subscription.UNSUBSCRIBE)) {
            reject(MODE, "is subscribe or unsubscribe. The hub sees changes of its feeds itself.");
        }
        var topic = url(TOPIC).flatMap(feed);
        if (topic.isEmpty()) {
            reject(TOPIC, "is the address of a feed of this service, as its link self has it.");
        }
        var callback = callback(mistake);
        var secret = secret();
        var lease = lease();
        if (!errors.isEmpty()) {
            throw Problem.invalidBody(errors);
        }
        return new Asked(topic.orElseThrow(), callback.orElseThrow(), mode, secret, lease);
    }

    private Optional<URI> callback(Function<URI, Optional<String>> mistake) {
        var url = url(CALLBACK);
        if (url.isEmpty()) {
            reject(CALLBACK, WebUrl.mistake(form.getOrDefault(CALLBACK, ""), WebUrl.HTTP));
        } else if (url.get().getRawFragment() != null) {
            reject(CALLBACK, "must have no fragment (#…).");
        } else {
            url.flatMap(mistake).ifPresent(detail -> reject(CALLBACK, detail));
        }
        return url;
    }

    private Optional<URI> url(String parameter) {
        return Optional.ofNullable(form.get(parameter)).flatMap(WebUrl::parse);
    }

    private byte @Nullable [] secret() {
        var given = form.getOrDefault(SECRET, "");
        var bytes = given.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_SECRET_BYTES) {
            reject(SECRET, "has less than 200 bytes.");
        }
        return given.isEmpty() ? null : bytes;
    }

    private Optional<Long> lease() {
        var given = form.getOrDefault(LEASE, "");
        if (!given.isEmpty() && !given.matches("0*[1-9]\\d{0,11}")) {
            reject(LEASE, "is a positive number of seconds.");
            return Optional.empty();
        }
        return given.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(given));
    }

    private void reject(String parameter, String detail) {
        errors.add(InputError.atPointer("/" + parameter, detail));
    }

    private static Map<String, String> parameters(String text) {
        var parameters = new HashMap<String, String>();
        for (var pair : text.split("&")) {
            var parts = pair.split("=", 2);
            parameters.put(decode(parts[0]), parts.length < 2 ? "" : decode(parts[1]));
        }
        return parameters;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Problem(ProblemType.INVALID_BODY, "The body is no form (application/x-www-form-urlencoded).");
        }
    }
}
