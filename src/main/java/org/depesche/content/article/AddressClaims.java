package org.depesche.content.article;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.depesche.kernel.Uuid7;

/** Whose some addresses are: an alias must not lead away from what the public finds, or is told is gone, at its address. */
public final class AddressClaims {

    private final Map<UUID, Map<UUID, String>> slugs = new HashMap<>();

    AddressClaims() {
    }

    /** What stands, once stood, or is about to stand there of somebody else: the slug of that article. */
    public Optional<String> another(String address, UUID article) {
        return slugs.getOrDefault(key(address), Map.of()).entrySet().stream().filter(owner -> !owner.getKey().equals(article))
                .map(Map.Entry::getValue).findFirst();
    }

    /** From now on they are this article's. */
    public void claim(Collection<String> addresses, UUID article, String slug) {
        addresses.forEach(address -> claim(key(address), article, slug));
    }

    void claim(UUID key, UUID article, String slug) {
        slugs.computeIfAbsent(key, unclaimed -> new HashMap<>()).put(article, slug);
    }

    /** Under what an address is known however it is written. */
    static UUID key(String address) {
        return Uuid7.of(Aliases.hash(address));
    }
}
