/**
 * Finished answers, given again until a change makes them stale. {@link org.depesche.platform.cache.ResponseCache} is the door
 * for whoever reads the change log. Never asks the database anything; knows neither news nor endpoints, only tags.
 */
@NullMarked
package org.depesche.platform.cache;

import org.jspecify.annotations.NullMarked;
