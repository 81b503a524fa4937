package org.depesche.delivery.webhook;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.delivery.push.PushConfig;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.Timestamps;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.page.Keyset;
import org.depesche.platform.page.PageQuery;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The tables {@code webhook}, {@code webhook_former_secret} and {@code webhook_delivery}. */
@ApplicationScoped
class WebhookRepository {

    private static final String ID = "id";

    private final Jdbi jdbi;
    private final Transactions transactions;
    private final PushConfig config;

    WebhookRepository(Jdbi jdbi, Transactions transactions, PushConfig config) {
        this.jdbi = jdbi;
        this.transactions = transactions;
        this.config = config;
    }

    List<Webhook> all() {
        return jdbi.withHandle(handle -> {
            var former = formerSecrets(handle);
            return handle.createQuery("select * from webhook order by id").map((row, context) -> read(row, former)).list();
        });
    }

    Optional<Webhook> find(UUID id) {
        return jdbi.withHandle(handle -> {
            var former = formerSecrets(handle);
            return handle.createQuery("select * from webhook where id = :id").bind(ID, id)
                    .map((row, context) -> read(row, former)).findOne();
        });
    }

    List<Webhook> page(PageQuery page) {
        var keyset = Keyset.descending(page, ID);
        return jdbi.withHandle(handle -> {
            var former = formerSecrets(handle);
            return keyset.bind(handle.createQuery("select * from webhook where true" + keyset.condition() + keyset.order()),
                    text -> text).map((row, context) -> read(row, former)).list();
        });
    }

    long count() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from webhook").mapTo(Long.class).one());
    }

    void insert(Webhook webhook) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into webhook (id, url, description, events, categories, sites, secret, sequence, created_at)
                values (:id, :url, :description, :events, :categories, :sites, :secret, :sequence, :createdAt)""")
                .bind(ID, webhook.id()).bind("url", webhook.target().url().toString())
                .bind("description", webhook.target().description()).bind("events", join(webhook.target().events()))
                .bind("categories", join(webhook.target().categories())).bind("sites", join(webhook.target().sites()))
                .bind("secret", webhook.secrets().current()).bind("sequence", webhook.sequence())
                .bind("createdAt", webhook.createdAt()).execute());
    }

    void update(UUID id, Webhook.Target target) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                update webhook set url = :url, description = :description, events = :events, categories = :categories,
                  sites = :sites where id = :id""").bind(ID, id).bind("url", target.url().toString())
                .bind("description", target.description()).bind("events", join(target.events()))
                .bind("categories", join(target.categories())).bind("sites", join(target.sites())).execute());
    }

    /** Lets others who lock the webhook wait for the end of the transaction. */
    void lock(UUID id) {
        jdbi.useHandle(handle -> handle.createQuery("select id from webhook where id = :id for update").bind(ID, id)
                .mapTo(UUID.class).findOne());
    }

    /** The newest former secret stands in the row of the webhook, too, where nodes of the version before read it. */
    void replaceSecrets(UUID id, Webhook.Secrets secrets) {
        jdbi.useHandle(handle -> {
            var newest = secrets.former().stream().findFirst();
            handle.createUpdate("update webhook set secret = :secret, former_secret = :former, former_until = :until"
                    + " where id = :id").bind(ID, id).bind("secret", secrets.current())
                    .bind("former", newest.map(Webhook.Secrets.Former::secret).orElse(null))
                    .bind("until", newest.map(Webhook.Secrets.Former::until).orElse(null)).execute();
            handle.createUpdate("delete from webhook_former_secret where webhook_id = :id").bind(ID, id).execute();
            secrets.former().forEach(former -> handle.createUpdate(
                    "insert into webhook_former_secret (webhook_id, secret, valid_until) values (:id, :secret, :until)")
                    .bind(ID, id).bind("secret", former.secret()).bind("until", former.until()).execute());
        });
    }

    /** Those of all webhooks, the newest first: there are few, and most of the time none. */
    private static Map<UUID, List<Webhook.Secrets.Former>> formerSecrets(Handle handle) {
        var former = new HashMap<UUID, List<Webhook.Secrets.Former>>();
        handle.createQuery("select * from webhook_former_secret order by valid_until desc").map((row, context) -> former
                .computeIfAbsent(Uuid7.of(row.getBytes("webhook_id")), id -> new ArrayList<>())
                .add(new Webhook.Secrets.Former(row.getString("secret"), Timestamps.at(row, "valid_until")))).list();
        return former;
    }

    boolean delete(UUID id) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from webhook where id = :id").bind(ID, id)
                .execute()) > 0;
    }

    /** Stores a later position, and resets the failures. A node whose lease has expired meanwhile moves nothing back. */
    void advance(UUID id, long sequence) {
        transactions.callInNew(() -> jdbi.withHandle(handle -> handle.createUpdate("""
                update webhook set sequence = :sequence, failures = 0, failing_since = null, next_attempt_at = null
                where id = :id and sequence < :sequence and disabled_at is null""").bind(ID, id).bind("sequence", sequence)
                .execute()));
    }

    void saveHealth(UUID id, Webhook.Health health) {
        saveHealth(id, health, Long.MAX_VALUE);
    }

    /**
     * Saves the outcome of a failure, unless another node has delivered the same entry meanwhile.
     *
     * @param failed the sequence that failed
     */
    void saveHealth(UUID id, Webhook.Health health, long failed) {
        transactions.call(() -> jdbi.withHandle(handle -> handle.createUpdate("""
                update webhook set failures = :failures, failing_since = :since, next_attempt_at = :next,
                  disabled_at = :disabledAt, disabled_reason = :reason
                where id = :id and sequence < :failed""").bind(ID, id).bind("failed", failed)
                .bind("failures", health.failures()).bind("since", health.failingSince()).bind("next", health.nextAttemptAt())
                .bind("disabledAt", health.disabledAt()).bind("reason", health.disabledReason()).execute()));
    }

    /** Gives the attempt the next number of its webhook, stores it, and drops the oldest one. */
    Attempt record(UUID id, Attempt attempt) {
        return transactions.callInNew(() -> jdbi.withHandle(handle -> {
            handle.createUpdate("update webhook set last_delivery = last_insert_id(last_delivery + 1) where id = :id")
                    .bind(ID, id).execute();
            var number = handle.createQuery("select last_insert_id()").mapTo(Long.class).one();
            insert(handle, id, number, attempt);
            handle.createUpdate("delete from webhook_delivery where webhook_id = :id and number <= :oldest").bind(ID, id)
                    .bind("oldest", number - config.keptDeliveries()).execute();
            return new Attempt(number, attempt.messageId(), attempt.sequence(), attempt.type(), attempt.at(), attempt.millis(),
                    attempt.status(), attempt.error(), attempt.response());
        }));
    }

    private static void insert(Handle handle, UUID id, long number, Attempt attempt) {
        handle.createUpdate(
                """
                                insert into webhook_delivery
                        (webhook_id, number, message_id, sequence, type, at, millis, status, error, response)
                                select id, :number, :message, :sequence, :type, :at, :millis, :status, :error, :response
                                from webhook where id = :id""")
                .bind(ID, id).bind("number", number).bind("message", attempt.messageId())
                .bind("sequence", attempt.sequence()).bind("type", attempt.type()).bind("at", attempt.at())
                .bind("millis", attempt.millis()).bind("status", attempt.status()).bind("error", attempt.error())
                .bind("response", attempt.response()).execute();
    }

    /** A page of the attempts of a webhook, newest first. */
    List<Attempt> attempts(UUID id, PageQuery page) {
        var from = page.key().isEmpty() ? page.isBackwards() ? 0 : Long.MAX_VALUE : page.key(0, Long::parseLong);
        return jdbi.withHandle(handle -> handle
                .createQuery("select * from webhook_delivery where webhook_id = :id and number "
                        + (page.isBackwards() ? "> :from order by number" : "< :from order by number desc") + " limit :limit")
                .bind(ID, id).bind("from", from).bind("limit", page.fetchSize()).map((row, context) -> readAttempt(row))
                .list());
    }

    Optional<Attempt> attempt(UUID id, long number) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select * from webhook_delivery where webhook_id = :id and number = :number").bind(ID, id)
                .bind("number", number).map((row, context) -> readAttempt(row)).findOne());
    }

    private static Webhook read(ResultSet row, Map<UUID, List<Webhook.Secrets.Former>> former) throws SQLException {
        var id = Uuid7.of(row.getBytes(ID));
        var target = new Webhook.Target(URI.create(row.getString("url")), row.getString("description"),
                split(row.getString("events")), split(row.getString("categories")).stream().map(UUID::fromString).toList(),
                split(row.getString("sites")));
        var secrets = new Webhook.Secrets(row.getString("secret"), withOlderNodes(row, former.getOrDefault(id, List.of())));
        var health = new Webhook.Health(row.getInt("failures"), instant(row, "failing_since"), instant(row, "next_attempt_at"),
                instant(row, "disabled_at"), row.getString("disabled_reason"));
        return new Webhook(id, target, secrets, row.getLong("sequence"), health,
                Timestamps.at(row, "created_at"));
    }

    /** A node of the version before stores the former secret in the row of the webhook alone. */
    private static List<Webhook.Secrets.Former> withOlderNodes(ResultSet row, List<Webhook.Secrets.Former> former)
            throws SQLException {
        var secret = row.getString("former_secret");
        var until = instant(row, "former_until");
        if (secret == null || until == null || former.stream().anyMatch(known -> known.secret().equals(secret))) {
            return former;
        }
        return Stream.concat(Stream.of(new Webhook.Secrets.Former(secret, until)), former.stream()).toList();
    }

    private static Attempt readAttempt(ResultSet row) throws SQLException {
        return new Attempt(row.getLong("number"), row.getString("message_id"), row.getObject("sequence", Long.class),
                row.getString("type"), Timestamps.at(row, "at"), row.getInt("millis"),
                row.getObject("status", Integer.class), row.getString("error"), row.getString("response"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return Timestamps.find(row, column).orElse(null);
    }

    private static String join(List<?> words) {
        return String.join(",", words.stream().map(Object::toString).toList());
    }

    private static List<String> split(String words) {
        return words.isEmpty() ? List.of() : Arrays.asList(words.split(","));
    }
}
