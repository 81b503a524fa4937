package org.depesche.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The second start of the service in a test run. Each start costs ten seconds, so all settings that only some tests want share
 * this one: a database of its own with the sample newsroom, an OpenID Connect issuer, a schedule that only works when a test
 * calls it, and batches so small that a few articles fill several.
 */
public class SecondProfile extends OwnDatabaseProfile {

    /** How many scheduled articles are done in one transaction. */
    public static final int SCHEDULE_BATCH = 4;

    /** How many wrong keys an address may send. */
    public static final int WRONG_KEYS = 100;
    /** How many subscriptions of feeds one host may have, how many there may be, and how many may wait. */
    public static final int SUBSCRIPTIONS_PER_HOST = 20;
    public static final int SUBSCRIPTIONS = 35;
    public static final int PENDING_SUBSCRIPTIONS = 30;
    /** The largest feed that subscribers get, in bytes. */
    public static final int SUBSCRIBED_FEED_SIZE = 200_000;
    /** How many feeds are delivered at a time. */
    public static final int FEEDS_IN_MEMORY = 2;

    public SecondProfile() {
        super("second-database");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        var all = new ArrayList<>(super.testResources());
        all.add(new TestResourceEntry(TestIssuer.class));
        return all;
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        // pictures of all sizes are the business of the tests of renditions; here a dozen of the sample would take seconds
        var small = Map.of("depesche.media.renditions.widths", "320,640", "depesche.media.renditions.max-width", "640");
        return TestSettings.with(List.of(small, Map.of("depesche.sample-newsroom", "true",
                "depesche.editorial.schedule.poll-interval", "1h",
                "depesche.editorial.schedule.batch-size", Integer.toString(SCHEDULE_BATCH),
                "depesche.access.wrong-keys.burst", Integer.toString(WRONG_KEYS),
                "depesche.merges.batch-size", "3", "depesche.websub.enabled", "true",
                "depesche.websub.max-subscriptions-per-host", Integer.toString(SUBSCRIPTIONS_PER_HOST),
                "depesche.websub.max-subscriptions", Integer.toString(SUBSCRIPTIONS), "depesche.websub.max-pending",
                Integer.toString(PENDING_SUBSCRIPTIONS), "depesche.websub.max-content-size",
                Integer.toString(SUBSCRIBED_FEED_SIZE)),
                Map.of("depesche.websub.max-feeds-in-memory", Integer.toString(FEEDS_IN_MEMORY))));
    }
}
