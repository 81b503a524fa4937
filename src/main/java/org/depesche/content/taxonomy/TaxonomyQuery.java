package org.depesche.content.taxonomy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.page.PageParameters;
import org.depesche.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;

/**
 * A query for tags or authors of a site.
 *
 * @param prefix the beginning of the name, compared without regard to case and in German spelling
 * @param types the types to include; empty for all
 */
public record TaxonomyQuery(UUID site, @Nullable String prefix, List<String> types, PageQuery page, boolean isCounted) {

    private static final UUID ALL_SITES = new UUID(0, 0);

    public static final QueryParameter<String> Q = QueryParameter.text("q", TaxonomyRegistrar.MAX_NAME, TaxonomyQuery::prefix,
            "`q` is the beginning of a name, with at most " + TaxonomyRegistrar.MAX_NAME + " characters.")
            .describe("How the name begins, in any case and German spelling: `mue` finds Müller too.", "mue");

    public TaxonomyQuery {
        types = List.copyOf(types);
    }

    /** Reads the parameters that lists of tags and authors share. Errors are added to the parameters. */
    public static TaxonomyQuery read(QueryParameters inputs, UUID site, RawParameters raw, Set<String> types) {
        var prefix = inputs.read(Q, raw.q()).orElse(null);
        var sorted = List.copyOf(new TreeSet<>(types));
        var filter = site + "\n" + prefix + "\n" + sorted;
        return new TaxonomyQuery(site, prefix, sorted,
                PageParameters.read(inputs, raw.limit(), raw.cursor(), PublicTaxonomyRepository.SORT, filter),
                inputs.read(PageParameters.TOTAL, raw.total()));
    }

    /** Reads the same parameters for the editorial list, which includes entries that no site shows. */
    public static TaxonomyQuery acrossSites(QueryParameters inputs, RawParameters raw, Set<String> types) {
        return read(inputs, ALL_SITES, raw, types);
    }

    private static Optional<String> prefix(String raw) {
        var prefix = Fingerprint.normalize(raw);
        return prefix.isEmpty() || prefix.length() > TaxonomyRegistrar.MAX_NAME ? Optional.empty() : Optional.of(prefix);
    }

    /** The raw parameters. */
    public record RawParameters(@Nullable String q, @Nullable String limit, @Nullable String cursor, @Nullable String total) {
    }
}
