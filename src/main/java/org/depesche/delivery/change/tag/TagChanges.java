package org.depesche.delivery.change.tag;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.http.CacheTag;
import org.depesche.platform.http.TagChangeTimes;

/** Records and reads the last change of each cache tag, in the caller's transaction. */
@ApplicationScoped
public class TagChanges implements TagChangeTimes {

    private final TagChangeRepository rows;

    TagChanges(TagChangeRepository rows) {
        this.rows = rows;
    }

    /** Records that a change named these tags. The caller holds the lock of the change log, so that there is one at a time. */
    public void record(Collection<CacheTag> tags, Instant at) {
        rows.record(tags, at);
    }

    /** The last change of each of these tags. A tag without a recorded change is left out. */
    public Map<CacheTag, Instant> lastOfEach(Collection<CacheTag> tags) {
        return rows.lastOfEach(tags);
    }

    /** The last change of any of these tags. */
    public LastChange last(Collection<CacheTag> tags) {
        return rows.last(tags);
    }

    @Override
    public Instant lastChange(Collection<CacheTag> tags) {
        return last(tags).modifiedAt();
    }

    /**
     * The newest change that touched a response.
     * @param changedAt the moment of the change
     * @param modifiedAt the value for {@code Last-Modified}, in whole seconds: it differs for any two states that a client can
     *        see, and may lie up to a second ahead
     */
    public record LastChange(Instant changedAt, Instant modifiedAt) {
    }
}
