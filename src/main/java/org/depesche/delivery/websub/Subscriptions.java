package org.depesche.delivery.websub;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.delivery.push.PushConfig;
import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.json.WebUrl;
import org.depesche.platform.outbound.HostLookup;
import org.depesche.platform.outbound.TargetPolicy;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/** Takes requests of subscribers (section 5.1). A mistake in a request is reported at once; the verification follows later. */
@ApplicationScoped
class Subscriptions {

    private static final Pattern FEED = Pattern.compile("/feeds/[^.]+\\.(json|rss|atom)");

    private final SubscriptionRepository rows;
    private final WebSubConfig config;
    private final TargetPolicy policy;
    private final HostLookup hosts;
    private final Duration timeout;
    private final AbsoluteUrls urls;
    private final HubWorker worker;
    private final Clock clock;

    Subscriptions(SubscriptionRepository rows, WebSubConfig config, PushConfig limits, HostLookup hosts,
            AbsoluteUrls urls, HubWorker worker, Clock clock) {
        this.rows = rows;
        this.config = config;
        this.policy = new TargetPolicy(limits.allowedNetworks().orElse(List.of()));
        this.hosts = hosts;
        this.timeout = limits.timeout();
        this.urls = urls;
        this.worker = worker;
        this.clock = clock;
    }

    /** @param form the body of the request */
    void request(String form) {
        var asked = HubRequest.read(form, this::feed, this::mistake);
        var pending = new Subscription.Pending(asked.mode(), HubRequest.givenTopic(form), asked.secret(),
                asked.leaseSeconds().map(this::withinLimits).orElse(config.defaultLease().toSeconds()), clock.instant());
        checkLimits(pending, rows.find(asked.topic(), asked.callback()), asked.callback().getHost());
        rows.insertPending(asked.topic(), asked.callback(), pending);
        worker.wake();
    }

    private void checkLimits(Subscription.Pending pending, Optional<Subscription> known, String host) {
        if (known.isEmpty() && !pending.isSubscription()) {
            throw new Problem(ProblemType.NOT_FOUND, "There is no such subscription.");
        }
        var isRepeated = known.map(Subscription::pending).isPresent();
        if (!isRepeated && rows.countPending() >= config.maxPending()) {
            throw new Problem(ProblemType.UNAVAILABLE, "Too many requests wait for their verification.").header("Retry-After",
                    "60");
        }
        if (known.isEmpty() && (rows.count() >= config.maxSubscriptions()
                || rows.countOfHost(host) >= config.maxSubscriptionsPerHost())) {
            throw new Problem(ProblemType.CONFLICT, "There are as many subscriptions as there may be, of this host or of all.");
        }
    }

    /** The canonical URL of a feed of this service. It escapes more than others do, so that it may be too long to be stored. */
    private Optional<URI> feed(URI given) {
        return urls.canonical(given).filter(url -> url.toString().length() <= WebUrl.MAX_LENGTH).filter(url -> FEED.matcher(
                url.toString().substring(urls.of("").toString().length()).replaceFirst("\\?.*", "")).matches());
    }

    private Optional<String> mistake(URI callback) {
        try {
            policy.resolve(callback, hosts, timeout);
            return Optional.empty();
        } catch (TargetPolicy.RefusedTarget e) {
            return Optional.of(e.getMessage() + ".");
        } catch (IOException e) {
            return Optional.of("has a host that is unknown, or was not found in time.");
        }
    }

    /** The hub decides the time (section 5.3): it keeps what is asked for within its limits. */
    private long withinLimits(long lease) {
        return Math.max(config.minLease().toSeconds(), Math.min(config.maxLease().toSeconds(), lease));
    }
}
