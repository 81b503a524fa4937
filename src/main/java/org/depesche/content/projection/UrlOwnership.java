package org.depesche.content.projection;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.depesche.kernel.Uuid7;

/** Whose some addresses are: an alias must not lead away from what the public finds, or is told is gone, at its address. */
public final class UrlOwnership {

    private final Map<UUID, Map<UUID, String>> owners = new HashMap<>();

    UrlOwnership() {
    }

    /** What stands, once stood, or is about to stand there of somebody else: the slug of that article. */
    public Optional<String> otherOwner(String address, UUID article) {
        return owners.getOrDefault(urlHash(address), Map.of()).entrySet().stream()
                .filter(owner -> !owner.getKey().equals(article))
                .map(Map.Entry::getValue).findFirst();
    }

    /** From now on they are this article's. */
    public void assign(Collection<String> addresses, UUID article, String slug) {
        addresses.forEach(address -> assign(urlHash(address), article, slug));
    }

    void assign(UUID key, UUID article, String slug) {
        owners.computeIfAbsent(key, unclaimed -> new HashMap<>()).put(article, slug);
    }

    /** Under what an address is known however it is written. */
    static UUID urlHash(String address) {
        return Uuid7.of(UrlNormalizer.hash(address));
    }
}
