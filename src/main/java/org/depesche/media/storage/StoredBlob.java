package org.depesche.media.storage;

import java.time.Instant;

/**
 * A stored file.
 *
 * @param storedAt when it was stored last
 */
public record StoredBlob(String key, long byteSize, Instant storedAt) {
}
