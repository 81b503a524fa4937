package org.depesche.delivery.change;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.depesche.content.site.Sites;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameters;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the log a client wants.
 *
 * @param types the types of entries; empty for all
 * @param site the slug of the site that the entries concern; empty for all
 */
public record ChangeFilter(Set<String> types, String site) {

    public static final QueryParameter<List<Set<String>>> TYPE = QueryParameter.groups("type", ChangeTypes.ALL)
            .describe("Only these types; a comma means any of.", "article.published,article.withdrawn");
    public static final QueryParameter<String> SITE = Sites.SITE
            .describe("Only what concerns this site, by slug. Absent: all sites.", "default");

    public ChangeFilter {
        types = Set.copyOf(types);
    }

    /** Reads the parameters {@code type} and {@code site}. Errors are added to the query parameters. */
    public static ChangeFilter read(QueryParameters inputs, Sites sites, @Nullable List<String> types, @Nullable String site) {
        if (site != null && sites.bySlug(site).isEmpty()) {
            inputs.reject(SITE, sites.unknown(site));
        }
        return new ChangeFilter(inputs.oneOfEach(TYPE, types, ChangeTypes.ALL).orElse(Set.of()), site == null ? "" : site);
    }

    /** All types that an entry may have. */
    public static Set<String> knownTypes() {
        return ChangeTypes.ALL;
    }

    boolean isAll() {
        return types.isEmpty() && site.isEmpty();
    }

    /** The entry as this client sees it; empty if it does not want the entry. */
    public Optional<ChangeEntry> apply(ChangeEntry entry) {
        return onSite(entry).filter(seen -> types.isEmpty() || types.contains(seen.type()));
    }

    private Optional<ChangeEntry> onSite(ChangeEntry entry) {
        if (site.isEmpty() || entry.sites().contains(site)) {
            return Optional.of(entry);
        }
        var hasLeft = entry.previous() != null && entry.previous().sites() != null && entry.previous().sites().contains(site);
        return hasLeft ? Optional.of(entry.asUnpublished(site)) : Optional.empty();
    }
}
