package org.depesche.content.editorial.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.depesche.content.category.Categories;
import org.depesche.content.category.Category;
import org.depesche.content.category.CategoryTree;
import org.depesche.content.model.ArticleContent.Placement;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.content.taxonomy.Fingerprint;
import org.depesche.kernel.Slug;
import org.depesche.kernel.Uuid7;

/** Finds the sites and categories of the articles of one batch. Each category tree is read once. */
final class PlacementResolver {

    private final Sites sites;
    private final Categories categories;
    private final Site defaultSite;
    private final boolean createsCategories;
    private final Map<UUID, CategoryTree> trees = new HashMap<>();
    private final Map<UUID, Map<UUID, List<Category>>> byName = new HashMap<>();
    private final Map<Map.Entry<UUID, String>, UUID> placeholders = new HashMap<>();

    /**
     * @param defaultSite the home site of articles that name no site
     * @param createsCategories an unknown category is no error; the placement gets a placeholder for it
     */
    PlacementResolver(Sites sites, Categories categories, Site defaultSite, boolean createsCategories) {
        this.sites = sites;
        this.categories = categories;
        this.defaultSite = defaultSite;
        this.createsCategories = createsCategories;
    }

    ResolvedPlacements resolve(ArticleForm.Placements form, FormErrors errors) {
        return new FormPlacements(form, errors).resolve();
    }

    private CategoryTree tree(Site site) {
        return trees.computeIfAbsent(site.id(), id -> categories.tree(site));
    }

    private List<Category> categoriesByName(Site site, String name) {
        return byName.computeIfAbsent(site.id(), id -> {
            var named = new HashMap<UUID, List<Category>>();
            tree(site).all().forEach(category -> named
                    .computeIfAbsent(Fingerprint.ofName(category.name()), hash -> new ArrayList<>()).add(category));
            return named;
        }).getOrDefault(Fingerprint.ofName(name), List.of());
    }

    /** The placements of one article while they are resolved. */
    private final class FormPlacements {

        private final ArticleForm.Placements form;
        private final FormErrors errors;
        private final Site home;
        private final Map<UUID, UUID> mainCategories = new LinkedHashMap<>();
        private final List<MissingCategory> missing = new ArrayList<>();

        FormPlacements(ArticleForm.Placements form, FormErrors errors) {
            this.form = form;
            this.errors = errors;
            this.home = form.bySite().stream().findFirst().flatMap(first -> sites.bySlug(first.site().value()))
                    .orElse(defaultSite);
        }

        ResolvedPlacements resolve() {
            Optional.ofNullable(form.category()).flatMap(ref -> findCategory(home, ref))
                    .ifPresent(category -> mainCategories.put(home.id(), category));
            for (var placement : form.bySite().stream().filter(this::isNotRepeated).toList()) {
                findSite(placement.site()).ifPresent(site -> findCategory(site, placement.category())
                        .ifPresent(category -> addMainCategory(site, category, placement.category())));
            }
            var further = new LinkedHashSet<UUID>();
            form.categories().forEach(ref -> findCategory(home, ref).ifPresent(further::add));
            return new ResolvedPlacements(home, placements(further), missing);
        }

        /** Returns whether {@code category} does not name the same, so that a wrong category in both members is one error. */
        private boolean isNotRepeated(ArticleForm.PlacementForm placement) {
            return form.category() == null || !placement.site().value().equals(home.slug())
                    || !placement.category().value().equals(form.category().value());
        }

        private Optional<Site> findSite(FormReference ref) {
            var site = sites.bySlug(ref.value());
            if (site.isEmpty()) {
                errors.add(ref, "There is no site \"" + ref.value() + "\"." + sites.didYouMean(ref.value()));
            }
            return site;
        }

        private void addMainCategory(Site site, UUID category, FormReference ref) {
            var other = mainCategories.putIfAbsent(site.id(), category);
            if (other != null && !other.equals(category) && !isMissing(other) && !isMissing(category)) {
                errors.add(ref, "On the site \"" + site.slug()
                        + "\" the article stands in another category already. Put further ones "
                        + "of the home site into `categories`.");
            }
        }

        private boolean isMissing(UUID category) {
            return missing.stream().anyMatch(one -> one.placeholder().equals(category));
        }

        /** Without a main category on the home site, the first further category becomes the main category. */
        private List<Placement> placements(LinkedHashSet<UUID> further) {
            if (!mainCategories.containsKey(home.id()) && !further.isEmpty()) {
                mainCategories.put(home.id(), further.iterator().next());
            }
            further.remove(mainCategories.get(home.id()));
            var placements = new ArrayList<Placement>();
            Optional.ofNullable(mainCategories.remove(home.id()))
                    .ifPresent(main -> placements.add(new Placement(home.id(), main, List.copyOf(further))));
            mainCategories.forEach((site, category) -> placements.add(new Placement(site, category, List.of())));
            return placements;
        }

        private Optional<UUID> findCategory(Site site, FormReference ref) {
            var found = tree(site).byRef(ref.value());
            if (found.isPresent()) {
                return found.map(Category::id);
            }
            var named = categoriesByName(site, ref.value());
            if (named.size() > 1) {
                errors.add(ref,
                        "There are " + named.size() + " categories called \"" + ref.value() + "\": name it by its slug.");
                return Optional.empty();
            }
            return named.isEmpty() ? unknownCategory(site, ref) : Optional.of(named.get(0).id());
        }

        private Optional<UUID> unknownCategory(Site site, FormReference ref) {
            if (!createsCategories) {
                errors.add(ref, "There is no category \"" + ref.value() + "\" on the site \"" + site.slug() + "\"."
                        + tree(site).didYouMean(ref.value()));
                return Optional.empty();
            }
            // Names with the same slug are the same category, however they are spelled.
            var slug = Slug.from(ref.value(), Fingerprint.ofName(ref.value()).toString());
            var existing = tree(site).bySlug(slug);
            if (existing.isPresent()) {
                return existing.map(Category::id);
            }
            var placeholder = placeholders.computeIfAbsent(Map.entry(site.id(), slug), key -> Uuid7.next());
            missing.add(new MissingCategory(placeholder, site, ref));
            return Optional.of(placeholder);
        }
    }

    /**
     * The placements of one article.
     *
     * @param placements the home site first
     * @param missing the categories to create; {@code placements} has their placeholders
     */
    record ResolvedPlacements(Site home, List<Placement> placements, List<MissingCategory> missing) {

        ResolvedPlacements {
            placements = List.copyOf(placements);
            missing = List.copyOf(missing);
        }
    }

    /** @param placeholder the same for all references to one new category */
    record MissingCategory(UUID placeholder, Site site, FormReference ref) {
    }
}
