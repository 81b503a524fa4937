package org.depesche.platform.http;

import java.time.Instant;
import java.util.Collection;

/** When resources last changed, by their cache tags. The package that owns the change log implements it. */
public interface TagChangeTimes {

    /**
     * Returns the time of the last change that named one of these tags, in whole seconds. It may lie up to a second ahead, so
     * that two states do not have the same time. Without a recorded change, it is the time since which changes are recorded.
     */
    Instant lastChange(Collection<CacheTag> tags);
}
