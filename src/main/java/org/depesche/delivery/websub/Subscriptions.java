package org.depesche.delivery.websub;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.delivery.push.PushConfig;
import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.json.WebUrl;
import org.depesche.platform.outbound.TargetPolicy;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Takes requests of subscribers (section 5.1). What is wrong with one is said at once; the rest is done later. */
@ApplicationScoped
class Subscriptions {

    private static final String CALLBACK = "hub.callback";
    private static final String TOPIC = "hub.topic";
    private static final String LEASE = "hub.lease_seconds";
    private static final int MAX_SECRET_BYTES = 199;
    private static final Pattern FEED = Pattern.compile("/feeds/[^.]+\\.(json|rss|atom)");

    private final SubscriptionRepository rows;
    private final WebSubConfig config;
    private final TargetPolicy policy;
    private final AbsoluteUrls urls;
    private final HubWorker worker;
    private final Clock clock;

    Subscriptions(SubscriptionRepository rows, WebSubConfig config, PushConfig limits, AbsoluteUrls urls, HubWorker worker,
            Clock clock) {
        this.rows = rows;
        this.config = config;
        this.policy = new TargetPolicy(limits.allowedNetworks().orElse(List.of()));
        this.urls = urls;
        this.worker = worker;
        this.clock = clock;
    }

    /** @param form the parameters by name; those that the standard does not know are ignored */
    void request(Map<String, String> form) {
        var mode = String.valueOf(form.get("hub.mode"));
        if (!mode.equals(Subscription.SUBSCRIBE) && !mode.equals(Subscription.UNSUBSCRIBE)) {
            throw invalid("hub.mode", "is subscribe or unsubscribe. The hub sees changes of its feeds itself.");
        }
        var topic = topic(form.get(TOPIC));
        var callback = callback(form.get(CALLBACK));
        var pending = new Subscription.Pending(mode, String.valueOf(form.get(TOPIC)), secret(form.get("hub.secret")),
                lease(form.get(LEASE)));
        checkLimits(pending, rows.find(topic, callback), callback.getHost());
        rows.insertPending(topic, callback, pending, clock.instant());
        worker.wake();
    }

    private void checkLimits(Subscription.Pending pending, Optional<Subscription> known, String host) {
        if (known.isEmpty() && !pending.isSubscription()) {
            throw new Problem(ProblemType.NOT_FOUND, "There is no such subscription.");
        }
        if (rows.countPending() >= config.maxPending()) {
            throw new Problem(ProblemType.UNAVAILABLE, "Too many requests wait for their verification.").header("Retry-After",
                    "60");
        }
        if (known.isEmpty() && (rows.count() >= config.maxSubscriptions()
                || rows.countOfHost(host) >= config.maxSubscriptionsPerHost())) {
            throw new Problem(ProblemType.CONFLICT, "There are as many subscriptions as there may be, of this host or of all.");
        }
    }

    private URI topic(@Nullable String given) {
        return Optional.ofNullable(given).flatMap(WebUrl::parse).flatMap(urls::canonical)
                .filter(url -> FEED.matcher(url.toString().substring(urls.of("").toString().length()).replaceFirst("\\?.*", ""))
                        .matches())
                .orElseThrow(() -> invalid(TOPIC, "is the address of a feed of this service, as its link self has it."));
    }

    private URI callback(@Nullable String given) {
        var url = Optional.ofNullable(given).flatMap(WebUrl::parse)
                .filter(found -> found.getHost() != null && found.getRawUserInfo() == null && found.getRawFragment() == null)
                .orElseThrow(() -> invalid(CALLBACK, "is an absolute address with http or https, without user and fragment."));
        try {
            policy.resolve(url);
            return url;
        } catch (TargetPolicy.RefusedTarget e) {
            throw invalid(CALLBACK, e.getMessage() + ".");
        } catch (IOException e) {
            throw invalid(CALLBACK, "has an unknown host.");
        }
    }

    private static byte @Nullable [] secret(@Nullable String given) {
        var bytes = given == null || given.isEmpty() ? null : given.getBytes(StandardCharsets.UTF_8);
        if (bytes != null && bytes.length > MAX_SECRET_BYTES) {
            throw invalid("hub.secret", "has less than 200 bytes.");
        }
        return bytes;
    }

    /** The hub decides the time (section 5.3): it keeps what is asked for within its limits. */
    private long lease(@Nullable String given) {
        if (given == null || given.isEmpty()) {
            return config.defaultLease().toSeconds();
        }
        if (!given.matches("\\d{1,12}") || Long.parseLong(given) == 0) {
            throw invalid(LEASE, "is a positive number of seconds.");
        }
        return Math.max(config.minLease().toSeconds(), Math.min(config.maxLease().toSeconds(), Long.parseLong(given)));
    }

    private static Problem invalid(String parameter, String detail) {
        return Problem.invalidBody(List.of(InputError.atPointer("/" + parameter, detail)));
    }
}
