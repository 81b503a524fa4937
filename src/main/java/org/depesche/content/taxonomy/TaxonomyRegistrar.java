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
 * Finds names by slug, former slug or spelling and makes those that are new: a batch in a number of statements that does
 * not grow with it. Two transactions that make the same name at once end with one.
 */
public final class TaxonomyRegistrar {

    /** As wide as the column. */
    public static final int MAX_NAME = 200;

    private static final int MAX_ROUNDS = 100;

    private final TaxonomyTable table;
    private final String fallback;

    public TaxonomyRegistrar(TaxonomyTable table, String fallback) {
        this.table = table;
        this.fallback = fallback;
    }

    /** The names by the words asked for, and which of them were made just now. */
    public FindOrCreateResult findOrCreate(Collection<String> slugsOrNames, Instant now) {
        var words = new LinkedHashMap<String, UUID>();
        slugsOrNames.forEach(word -> words.put(word, Fingerprint.ofName(checked(word))));
        var found = new HashMap<>(table.find(words));
        var missing = missing(words, found);
        var meant = slugsOfNewNames(missing);
        missing.keySet().removeAll(meant.keySet());
        var made = create(missing, now);
        words.forEach((word, own) -> Optional.ofNullable(made.ids().get(meant.getOrDefault(own, own)))
                .ifPresent(id -> found.putIfAbsent(word, id)));
        return new FindOrCreateResult(Map.copyOf(found), made.created(), !made.ids().isEmpty());
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

    /** A slug beside the very name that will get it stands for that name, as it will from the next request on. */
    private Map<UUID, UUID> slugsOfNewNames(Map<UUID, String> missing) {
        var names = new HashMap<String, UUID>();
        missing.forEach((hash, name) -> {
            if (!Slug.isSlug(name)) {
                names.putIfAbsent(slug(hash, name, 1), hash);
            }
        });
        var meant = new HashMap<UUID, UUID>();
        missing.forEach((hash, name) -> {
            if (Slug.isSlug(name) && names.containsKey(name)) {
                meant.put(hash, names.get(name));
            }
        });
        return meant;
    }

    /** In rounds: whatever loses its slug to somebody else tries the next number. */
    private Created create(Map<UUID, String> names, Instant now) {
        var ids = new HashMap<UUID, UUID>();
        var made = new ArrayList<NewTaxonomyEntry>();
        var open = new LinkedHashMap<>(names);
        for (var round = 1; !open.isEmpty(); round++) {
            if (round > MAX_ROUNDS) {
                throw new IllegalStateException("No free slug for " + open.values());
            }
            var drafts = drafts(open, round);
            table.insert(drafts, now);
            var present = table.byHashForShare(open.keySet());
            drafts.stream().filter(draft -> draft.id().equals(present.get(draft.hash()))).forEach(made::add);
            ids.putAll(present);
            open.keySet().removeAll(present.keySet());
        }
        return new Created(ids, List.copyOf(made));
    }

    private List<NewTaxonomyEntry> drafts(Map<UUID, String> names, int round) {
        var wanted = new LinkedHashSet<String>();
        names.forEach((hash, name) -> wanted.add(slug(hash, name, round)));
        Set<String> taken = new HashSet<>(table.takenSlugs(wanted));
        var drafts = new ArrayList<NewTaxonomyEntry>();
        names.forEach((hash, name) -> {
            var slug = slug(hash, name, round);
            if (taken.add(slug)) {
                drafts.add(new NewTaxonomyEntry(Uuid7.next(), slug, name, hash));
            }
        });
        return drafts;
    }

    /** Names without an ASCII spelling get a slug from their fingerprint: numbering them would take a round each. */
    private String slug(UUID hash, String name, int round) {
        var slug = Slug.from(name, fallback + '-' + Long.toHexString(hash.getMostSignificantBits() >>> 32));
        return round == 1 ? slug : Slug.numbered(slug, round);
    }

    /**
     * What the words stand for, and what of it is new.
     *
     * @param isPastSnapshot whether some are made by this transaction, or by another since this one began
     */
    public record FindOrCreateResult(Map<String, UUID> ids, List<NewTaxonomyEntry> created, boolean isPastSnapshot) {
    }

    /** A name made just now. */
    public record NewTaxonomyEntry(UUID id, String slug, String name, UUID hash) {
    }

    private record Created(Map<UUID, UUID> ids, List<NewTaxonomyEntry> created) {
    }
}
