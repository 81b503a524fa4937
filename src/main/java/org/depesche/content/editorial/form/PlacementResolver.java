package org.depesche.content.editorial.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.depesche.content.category.Categories;
import org.depesche.content.category.Category;
import org.depesche.content.category.CategoryTree;
import org.depesche.content.model.ArticleContent.Placement;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.content.taxonomy.Fingerprint;

/** Finds the sites and categories in which the articles of one batch are to stand; each tree is fetched once. */
public final class PlacementResolver {

    private final Sites sites;
    private final Categories categories;
    private final Site defaultSite;
    private final Map<UUID, CategoryTree> trees = new HashMap<>();
    private final Map<UUID, Map<UUID, List<Category>>> byName = new HashMap<>();
    private final Map<UUID, Map<String, UUID>> created = new HashMap<>();

    /** @param standard the home of what names no site */
    public PlacementResolver(Sites sites, Categories categories, Site standard) {
        this.sites = sites;
        this.categories = categories;
        this.defaultSite = standard;
    }

    Site homeSite(ArticleForm.Placements places) {
        return places.bySite().stream().findFirst().flatMap(first -> sites.bySlug(first.site().value())).orElse(defaultSite);
    }

    /** @param unknown what to do about a category that is not there */
    List<Placement> resolve(ArticleForm.Placements places, FormErrors errors, BiConsumer<Site, FormReference> unknown) {
        var mains = new LinkedHashMap<UUID, UUID>();
        var home = homeSite(places);
        var further = new LinkedHashSet<UUID>();
        Optional.ofNullable(places.category()).flatMap(ref -> findCategory(home, ref, errors, unknown))
                .ifPresent(category -> mains.put(home.id(), category));
        for (var placement : places.bySite()) {
            findSite(placement.site(), errors).ifPresent(site -> findCategory(site, placement.category(), errors, unknown)
                    .ifPresent(category -> addMainCategory(mains, site, category, placement.category(), errors)));
        }
        places.categories().forEach(ref -> findCategory(home, ref, errors, unknown).ifPresent(further::add));
        return placements(mains, home.id(), further);
    }

    private Optional<Site> findSite(FormReference ref, FormErrors errors) {
        var site = sites.bySlug(ref.value());
        if (site.isEmpty()) {
            errors.add(ref, "There is no site \"" + ref.value() + "\".");
        }
        return site;
    }

    private static void addMainCategory(Map<UUID, UUID> mains, Site site, UUID category, FormReference ref, FormErrors errors) {
        var other = mains.putIfAbsent(site.id(), category);
        if (other != null && !other.equals(category)) {
            errors.add(ref,
                    "On the site \"" + site.slug() + "\" the article stands in another category already. Put further ones "
                            + "of the home site into `categories`.");
        }
    }

    /** Without a category of its own, the home site's is the first of the further ones. */
    private static List<Placement> placements(Map<UUID, UUID> mains, UUID home, LinkedHashSet<UUID> further) {
        if (!mains.containsKey(home) && !further.isEmpty()) {
            mains.put(home, further.iterator().next());
        }
        further.remove(mains.get(home));
        var placements = new ArrayList<Placement>();
        Optional.ofNullable(mains.remove(home))
                .ifPresent(main -> placements.add(new Placement(home, main, List.copyOf(further))));
        mains.forEach((site, category) -> placements.add(new Placement(site, category, List.of())));
        return placements;
    }

    private Optional<UUID> findCategory(Site site, FormReference ref, FormErrors errors,
            BiConsumer<Site, FormReference> unknown) {
        var found = tree(site).byRef(ref.value());
        if (found.isPresent()) {
            return found.map(Category::id);
        }
        var named = categoriesByName(site).getOrDefault(Fingerprint.ofName(ref.value()), List.of());
        var known = created.getOrDefault(site.id(), Map.of()).get(ref.value());
        if (named.isEmpty() && known != null) {
            return Optional.of(known);
        }
        if (named.isEmpty()) {
            unknown.accept(site, ref);
        } else if (named.size() > 1) {
            errors.add(ref, "There are " + named.size() + " categories called \"" + ref.value() + "\": name it by its slug.");
        }
        return named.size() == 1 ? Optional.of(named.get(0).id()) : Optional.empty();
    }

    private CategoryTree tree(Site site) {
        return trees.computeIfAbsent(site.id(), id -> categories.tree(site));
    }

    private Map<UUID, List<Category>> categoriesByName(Site site) {
        return byName.computeIfAbsent(site.id(), id -> {
            var named = new HashMap<UUID, List<Category>>();
            tree(site).all().forEach(category -> named
                    .computeIfAbsent(Fingerprint.ofName(category.name()), name -> new ArrayList<>()).add(category));
            return named;
        });
    }

    Optional<UUID> bySlug(Site site, String slug) {
        return tree(site).bySlug(slug).map(Category::id);
    }

    /** What was made for this one. */
    void addCreated(Site site, FormReference ref, UUID category) {
        created.computeIfAbsent(site.id(), id -> new HashMap<>()).put(ref.value(), category);
    }

    /** Categories were made meanwhile. */
    void clearCache() {
        trees.clear();
        byName.clear();
    }
}
