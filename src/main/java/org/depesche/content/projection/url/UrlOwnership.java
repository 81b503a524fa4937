package org.depesche.content.projection.url;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.depesche.kernel.Uuid7;

/**
 * The articles that own URLs. An alias must not take over a URL at which the public finds another article, or finds that it
 * was withdrawn.
 */
public final class UrlOwnership {

    private final Map<UUID, Map<UUID, String>> owners = new HashMap<>();

    public UrlOwnership() {
    }

    /** Returns the slug of another article that has, had, or is about to have this URL; empty when there is none. */
    public Optional<String> otherOwner(String url, UUID article) {
        return owners.getOrDefault(urlHash(url), Map.of()).entrySet().stream()
                .filter(owner -> !owner.getKey().equals(article))
                .map(Map.Entry::getValue).findFirst();
    }

    /** Makes an article the owner of URLs. */
    public void assign(Collection<String> urls, UUID article, String slug) {
        urls.forEach(url -> assign(urlHash(url), article, slug));
    }

    /**
     * Makes an article the owner of a URL.
     *
     * @param key the {@link #urlHash} of the URL
     */
    public void assign(UUID key, UUID article, String slug) {
        owners.computeIfAbsent(key, newKey -> new HashMap<>()).put(article, slug);
    }

    /** Returns the key of a URL, which is the same for all its spellings. */
    public static UUID urlHash(String url) {
        return Uuid7.of(UrlNormalizer.hash(url));
    }
}
