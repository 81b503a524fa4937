package org.depesche.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.http.cache.ResponseCache;

import io.agroal.api.AgroalPoolInterceptor;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts what the database does for one request: statements, and rows its handlers read, from the session's own counters.
 * Sees every use of a connection by requests and by the caller between {@link #measure} and its end, so no other request
 * may run meanwhile.
 */
@ApplicationScoped
public class DatabaseCostMeter implements AgroalPoolInterceptor {

    private static final String COUNTERS = "select sum(if(variable_name like 'HANDLER_READ%', variable_value, 0)),"
            + " sum(if(variable_name in ('COM_SELECT', 'COM_INSERT', 'COM_UPDATE', 'COM_DELETE', 'COM_INSERT_SELECT',"
            + " 'COM_REPLACE'), variable_value, 0))"
            + ", connection_id() from information_schema.session_status";

    private final ResponseCache cache;
    private final MeterRegistry metrics;
    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong statements = new AtomicLong();
    private final Map<Long, long[]> starts = new ConcurrentHashMap<>();
    private volatile boolean isOn;
    private volatile Thread measuring = Thread.currentThread();

    /** What one piece of work made the database do. */
    public record Cost(long rows, long statements) {
    }

    DatabaseCostMeter(ResponseCache cache, MeterRegistry metrics) {
        this.cache = cache;
        this.metrics = metrics;
    }

    /** Of answers that are made, not of kept ones. */
    public Cost measure(Runnable work) {
        awaitRenderings();
        cache.resetTo(cache.position());
        starts.clear();
        rows.set(0);
        statements.set(0);
        measuring = Thread.currentThread();
        isOn = true;
        try {
            work.run();
        } finally {
            isOn = false;
        }
        return new Cost(rows.get(), statements.get());
    }

    /** What earlier requests left to be rendered in the background is stored first: it belongs to them. */
    private void awaitRenderings() {
        var waiting = metrics.get("depesche.rendered.articles.waiting").gauge();
        while (waiting.value() > 0) {
            try {
                Thread.sleep(2);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The number of statements that the work makes the database execute. */
    public long countStatements(Runnable work) {
        return measure(work).statements();
    }

    /** The least of five times: the first ones fill caches. */
    public long minimumStatements(Runnable work) {
        return IntStream.range(0, 5).mapToLong(time -> countStatements(work)).min().orElseThrow();
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        if (isOn && isOfRequest()) {
            // twice: the difference is what a look costs, which is taken off as well
            var first = readCounters(connection);
            var second = readCounters(connection);
            starts.put(first[2], new long[] { 2 * second[0] - first[0], 2 * second[1] - first[1] });
        }
    }

    /** A use counts when it began and ended while being measured. */
    @Override
    public void onConnectionReturn(Connection connection) {
        if (!isOn) {
            return;
        }
        var end = readCounters(connection);
        var start = starts.remove(end[2]); // the pool wraps a connection again each time; the session is the same
        if (start != null) {
            rows.addAndGet(end[0] - start[0]);
            statements.addAndGet(end[1] - start[1]);
        }
    }

    /** The threads of requests and of the test itself; the others work in the background. */
    private boolean isOfRequest() {
        var thread = Thread.currentThread();
        return thread == measuring || thread.getName().startsWith("executor-thread-")
                || thread.getName().startsWith("fast-path-");
    }

    private static long[] readCounters(Connection connection) {
        try (var statement = connection.createStatement(); var result = statement.executeQuery(COUNTERS)) {
            result.next();
            return new long[] { result.getLong(1), result.getLong(2), result.getLong(3) };
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
