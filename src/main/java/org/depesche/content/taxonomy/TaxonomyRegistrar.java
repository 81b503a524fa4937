package org.depesche.content.taxonomy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.depesche.kernel.Slug;
import org.depesche.kernel.Uuid7;

/**
 * Finds entries by slug, former slug or name, and creates missing ones. A batch takes a constant number of statements.
 * Two transactions that create the same name at once share one entry.
 */
public final class TaxonomyRegistrar {

    /** The width of the column. */
    public static final int MAX_NAME = 200;

    private static final int MAX_ROUNDS = 100;

    private final TaxonomyBatchRepository table;
    private final String fallback;

    public TaxonomyRegistrar(TaxonomyBatchRepository table, String fallback) {
        this.table = table;
        this.fallback = fallback;
    }

    /**
     * Returns the ids of all names, and the entries that were created.
     *
     * @throws IllegalArgumentException if a name is empty or longer than {@value #MAX_NAME} characters
     */
    public FindOrCreateResult findOrCreate(Collection<String> slugsOrNames, Instant now) {
        var hashes = new LinkedHashMap<String, UUID>();
        slugsOrNames.forEach(word -> hashes.put(word, Fingerprint.ofName(checked(word))));
        var found = new HashMap<>(table.find(hashes));
        var missing = missing(hashes, found);
        var newNames = slugsOfNewNames(missing);
        missing.keySet().removeAll(newNames.keySet());
        var creation = create(missing, now);
        hashes.forEach((word, hash) -> Optional.ofNullable(creation.ids().get(newNames.getOrDefault(hash, hash)))
                .ifPresent(id -> found.putIfAbsent(word, id)));
        return new FindOrCreateResult(Map.copyOf(found), creation.created(), !creation.ids().isEmpty());
    }

    private static String checked(String word) {
        var name = Fingerprint.normalize(word);
        if (name.isEmpty() || name.length() > MAX_NAME) {
            throw new IllegalArgumentException("A name has 1 to " + MAX_NAME + " characters");
        }
        return name;
    }

    private static Map<UUID, String> missing(Map<String, UUID> words, Map<String, UUID> found) {
        var missing = new LinkedHashMap<UUID, String>();
        words.forEach((word, hash) -> {
            if (!found.containsKey(word)) {
                missing.putIfAbsent(hash, Fingerprint.normalize(word));
            }
        });
        return missing;
    }

    /**
     * Resolves a slug that occurs beside the new name which will get this slug. The slug means that name, as it will in
     * later requests.
     */
    private Map<UUID, UUID> slugsOfNewNames(Map<UUID, String> missing) {
        var names = new HashMap<String, UUID>();
        missing.forEach((hash, name) -> {
            if (!Slug.isSlug(name)) {
                names.putIfAbsent(slug(hash, name, 1), hash);
            }
        });
        var resolved = new HashMap<UUID, UUID>();
        missing.forEach((hash, name) -> {
            if (Slug.isSlug(name) && names.containsKey(name)) {
                resolved.put(hash, names.get(name));
            }
        });
        return resolved;
    }

    /** Creates entries in rounds: an entry whose slug was taken concurrently tries the next number. */
    private Created create(Map<UUID, String> names, Instant now) {
        var ids = new HashMap<UUID, UUID>();
        var created = new ArrayList<NewTaxonomyEntry>();
        var missing = new LinkedHashMap<>(names);
        for (var round = 1; !missing.isEmpty(); round++) {
            if (round > MAX_ROUNDS) {
                throw new IllegalStateException("No free slug for " + missing.values());
            }
            var drafts = drafts(missing, round);
            table.insert(drafts, now);
            var stored = table.byHashForShare(missing.keySet());
            drafts.stream().filter(draft -> draft.id().equals(stored.get(draft.hash()))).forEach(created::add);
            ids.putAll(stored);
            missing.keySet().removeAll(stored.keySet());
        }
        return new Created(ids, List.copyOf(created));
    }

    private List<NewTaxonomyEntry> drafts(Map<UUID, String> names, int round) {
        var candidateSlugs = new LinkedHashSet<String>();
        names.forEach((hash, name) -> candidateSlugs.add(slug(hash, name, round)));
        Set<String> taken = new HashSet<>(table.takenSlugs(candidateSlugs));
        var drafts = new ArrayList<NewTaxonomyEntry>();
        names.forEach((hash, name) -> {
            var slug = slug(hash, name, round);
            if (taken.add(slug)) {
                drafts.add(new NewTaxonomyEntry(Uuid7.next(), slug, name, hash));
            }
        });
        return drafts;
    }

    /** Names without an ASCII spelling get a slug from their fingerprint: numbers would take one round for each name. */
    private String slug(UUID hash, String name, int round) {
        var slug = Slug.from(name, fallback + '-' + Long.toHexString(hash.getMostSignificantBits() >>> 32));
        return round == 1 ? slug : Slug.numbered(slug, round);
    }

    /**
     * The result.
     *
     * @param ids the id of each slug or name
     * @param created the new entries
     * @param isPastSnapshot whether this transaction, or another one since its snapshot, created some of the entries
     */
    public record FindOrCreateResult(Map<String, UUID> ids, List<NewTaxonomyEntry> created, boolean isPastSnapshot) {
    }

    /** A created entry. */
    public record NewTaxonomyEntry(UUID id, String slug, String name, UUID hash) {
    }

    private record Created(Map<UUID, UUID> ids, List<NewTaxonomyEntry> created) {
    }
}
