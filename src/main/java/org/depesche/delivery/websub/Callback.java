package org.depesche.delivery.websub;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.delivery.push.PushConfig;
import org.depesche.platform.outbound.GuardedHttpClient;
import org.depesche.platform.outbound.TargetPolicy;

/** Calls subscribers: verification of intent and denial (section 5.3, 5.2), and distribution (section 7). */
@ApplicationScoped
class Callback {

    private static final int CHALLENGE_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Map<String, String> HEADERS = Map.of("User-Agent", "Depesche");

    private final GuardedHttpClient http;
    private final PushConfig limits;
    private final TargetPolicy policy;
    private final WebSubHub hub;

    Callback(GuardedHttpClient http, PushConfig limits, WebSubHub hub) {
        this.http = http;
        this.limits = limits;
        this.policy = new TargetPolicy(limits.allowedNetworks().orElse(List.of()));
        this.hub = hub;
    }

    /** Whether the subscriber confirms the request: it answers 2xx with exactly the challenge. */
    boolean confirms(Subscription subscription, Subscription.Pending pending) throws IOException, InterruptedException {
        var bytes = new byte[CHALLENGE_BYTES];
        RANDOM.nextBytes(bytes);
        var challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("hub.mode", pending.mode());
        parameters.put("hub.topic", pending.topic());
        parameters.put("hub.challenge", challenge);
        if (pending.isSubscription()) {
            parameters.put("hub.lease_seconds", Long.toString(pending.leaseSeconds()));
        }
        var answer = http.get(withParameters(subscription.callback(), parameters), HEADERS, policy, limits.timeout());
        return isSuccess(answer.status()) && MessageDigest.isEqual(answer.beginning().getBytes(StandardCharsets.UTF_8),
                challenge.getBytes(StandardCharsets.UTF_8));
    }

    /** Tells the subscriber that it gets nothing, or nothing more. */
    void deny(Subscription subscription, String topic, String reason) throws IOException, InterruptedException {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("hub.mode", "denied");
        parameters.put("hub.topic", topic);
        parameters.put("hub.reason", reason);
        http.get(withParameters(subscription.callback(), parameters), HEADERS, policy, limits.timeout());
    }

    /** Posts the feed. Returns the status of the answer. */
    int deliver(Subscription subscription, TopicReader.Content content) throws IOException, InterruptedException {
        var headers = new LinkedHashMap<>(HEADERS);
        headers.put("Content-Type", content.mediaType());
        headers.put("Link", hub.address().map(address -> "<" + address + ">; rel=\"hub\", ").orElse("") + "<"
                + subscription.topic() + ">; rel=\"self\"");
        if (subscription.secret() != null) {
            headers.put("X-Hub-Signature", "sha256=" + sign(subscription.secret(), content.body()));
        }
        return http.post(subscription.callback(), headers, content.body(), policy, limits.timeout()).status();
    }

    static boolean isSuccess(int status) {
        return status >= 200 && status < 300;
    }

    private static String sign(byte[] secret, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The callback may have a query of its own, which stays. */
    private static URI withParameters(URI callback, Map<String, String> parameters) {
        var query = parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return URI.create(callback + (callback.getRawQuery() == null ? "?" : "&") + query);
    }
}
