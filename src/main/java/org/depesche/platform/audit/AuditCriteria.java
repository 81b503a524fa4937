package org.depesche.platform.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The filter of an audit list. An absent criterion restricts nothing.
 * @param from the start of the time range, inclusive
 * @param before the end of the time range, exclusive
 */
record AuditCriteria(@Nullable UUID by, @Nullable String action, @Nullable UUID subject, @Nullable Instant from,
        @Nullable Instant before) {

    /** The conditions of a WHERE clause, with the parameter names of {@link #values}. */
    List<String> conditions() {
        var conditions = new ArrayList<String>();
        add(conditions, by, "caller_id = :by");
        add(conditions, action, "action = :action");
        add(conditions, subject, "subject_id = :subject");
        add(conditions, from, "at >= :from");
        add(conditions, before, "at < :before");
        return conditions;
    }

    Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        put(values, "by", by);
        put(values, "action", action);
        put(values, "subject", subject);
        put(values, "from", from);
        put(values, "before", before);
        return values;
    }

    private static void add(List<String> conditions, @Nullable Object value, String condition) {
        if (value != null) {
            conditions.add(condition);
        }
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
