package org.depesche.delivery.websub;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.database.Timestamps;
import org.depesche.platform.database.Transactions;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The table {@code websub_subscription}. Each write is a transaction of its own. */
@ApplicationScoped
class SubscriptionRepository {

    private static final String ID = "id";
    /** Another request may have come while the subscriber was asked about this one. */
    private static final String STILL_PENDING = " and pending_mode = :mode and pending_topic = :topic"
            + " and pending_secret <=> :pendingSecret and pending_lease = :lease";

    private final Jdbi jdbi;
    private final Transactions transactions;

    SubscriptionRepository(Jdbi jdbi, Transactions transactions) {
        this.jdbi = jdbi;
        this.transactions = transactions;
    }

    /** Stores a request until it is confirmed. A subscription that there is stays as it is meanwhile. */
    void insertPending(URI topic, URI callback, Subscription.Pending pending) {
        transactions.run(() -> jdbi.useHandle(handle -> handle.createUpdate("""
                insert into websub_subscription (id, topic, callback, address_hash, host, pending_mode, pending_topic,
                  pending_secret, pending_lease, pending_since, created_at)
                values (:id, :topic, :callback, :address, :host, :mode, :given, :secret, :lease, :now, :now)
                on duplicate key update pending_mode = values(pending_mode), pending_topic = values(pending_topic),
                  pending_secret = values(pending_secret), pending_lease = values(pending_lease),
                  pending_since = values(pending_since)""")
                .bind(ID, Uuid7.next()).bind("topic", topic.toString()).bind("callback", callback.toString())
                .bind("address", Subscription.addressHash(topic, callback)).bind("host", callback.getHost())
                .bind("mode", pending.mode()).bind("given", pending.topic()).bind("secret", pending.secret())
                .bind("lease", pending.leaseSeconds()).bind("now", pending.since()).execute()));
    }

    Optional<Subscription> find(URI topic, URI callback) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from websub_subscription where address_hash = :address")
                .bind("address", Subscription.addressHash(topic, callback)).map((row, context) -> read(row)).findOne());
    }

    Optional<Subscription> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from websub_subscription where id = :id").bind(ID, id)
                .map((row, context) -> read(row)).findOne());
    }

    List<Subscription> all() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from websub_subscription order by id")
                .map((row, context) -> read(row)).list());
    }

    long count() {
        return jdbi
                .withHandle(handle -> handle.createQuery("select count(*) from websub_subscription").mapTo(Long.class).one());
    }

    long countOfHost(String host) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from websub_subscription where host = :host")
                .bind("host", host).mapTo(Long.class).one());
    }

    long countPending() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from websub_subscription where pending_mode is not null")
                        .mapTo(Long.class).one());
    }

    /** Begins or renews a subscription, unless another request came meanwhile. */
    void confirm(Subscription subscription, Subscription.Pending confirmed, Instant expiresAt, Subscription.Delivered start) {
        update("""
                update websub_subscription set secret = :secret, expires_at = :expires, pending_mode = null,
                  pending_topic = null, pending_secret = null, pending_lease = null, pending_since = null,
                  sequence = if(content_hash is null, :sequence, sequence), content_hash = coalesce(content_hash, :hash)
                where id = :id""" + STILL_PENDING, statement -> bind(statement, confirmed).bind(ID, subscription.id())
                .bind("secret", confirmed.secret()).bind("expires", expiresAt).bind("sequence", start.sequence())
                .bind("hash", start.hash()));
    }

    /** Forgets a request that was not confirmed, and the subscription with it if it never was one. */
    void refuse(UUID id, Subscription.Pending refused) {
        update("delete from websub_subscription where id = :id and expires_at is null" + STILL_PENDING,
                statement -> bind(statement, refused).bind(ID, id));
        update("update websub_subscription set pending_mode = null, pending_topic = null, pending_secret = null,"
                + " pending_lease = null, pending_since = null where id = :id" + STILL_PENDING,
                statement -> bind(statement, refused).bind(ID, id));
    }

    /** Ends a subscription as its subscriber requested, unless another request has come meanwhile. */
    void delete(UUID id, Subscription.Pending confirmed) {
        update("delete from websub_subscription where id = :id" + STILL_PENDING,
                statement -> bind(statement, confirmed).bind(ID, id));
    }

    private static Update bind(Update statement, Subscription.Pending pending) {
        return statement.bind("mode", pending.mode()).bind("topic", pending.topic())
                .bind("pendingSecret", pending.secret()).bind("lease", pending.leaseSeconds());
    }

    void delete(UUID id) {
        update("delete from websub_subscription where id = :id", statement -> statement.bind(ID, id));
    }

    void deleteExpired(Instant now) {
        update("delete from websub_subscription where expires_at <= :now and pending_mode is null",
                statement -> statement.bind("now", now));
    }

    /** A node whose lease has expired meanwhile moves nothing back. */
    void saveDelivered(UUID id, Subscription.Delivered delivered) {
        update("update websub_subscription set sequence = :sequence, content_hash = :hash, failures = 0, failing_since = null,"
                + " next_attempt_at = null where id = :id and sequence <= :sequence",
                statement -> statement.bind(ID, id)
                        .bind("sequence", delivered.sequence()).bind("hash", delivered.hash()));
    }

    void saveHealth(UUID id, Subscription.Health health) {
        update("update websub_subscription set failures = :failures, failing_since = :since, next_attempt_at = :next"
                + " where id = :id",
                statement -> statement.bind(ID, id).bind("failures", health.failures())
                        .bind("since", health.failingSince()).bind("next", health.nextAttemptAt()));
    }

    private void update(String sql, UnaryOperator<Update> binding) {
        transactions.run(() -> jdbi.useHandle(handle -> binding.apply(handle.createUpdate(sql)).execute()));
    }

    private static Subscription read(ResultSet row) throws SQLException {
        var mode = row.getString("pending_mode");
        var pending = mode == null ? null
                : new Subscription.Pending(mode, row.getString("pending_topic"), row.getBytes("pending_secret"),
                        row.getLong("pending_lease"),
                        instant(row, "pending_since"));
        return new Subscription(Uuid7.of(row.getBytes(ID)), URI.create(row.getString("topic")),
                URI.create(row.getString("callback")), row.getBytes("secret"), instant(row, "expires_at"),
                new Subscription.Delivered(row.getLong("sequence"), row.getBytes("content_hash")),
                new Subscription.Health(row.getInt("failures"), instant(row, "failing_since"), instant(row, "next_attempt_at")),
                pending);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return Timestamps.find(row, column).orElse(null);
    }
}
