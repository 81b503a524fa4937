package org.depesche.content.editorial;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.ArticleContent;
import org.depesche.content.article.Picks;
import org.depesche.content.category.Categories;
import org.depesche.content.site.Sites;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.access.Caller;
import org.depesche.platform.access.Role;
import org.depesche.platform.database.Race;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Writes single articles: each is a batch of one, by the very steps that an import takes. */
@ApplicationScoped
class ArticleDesk {

    private static final String TAKEN = "another article took the slug";

    private final WorkingCopies copies;
    private final SlugNumbers numbers;
    private final References references;
    private final Contents contents;
    private final Sites sites;
    private final Categories categories;
    private final Caller caller;
    private final Picks picks;
    private final PreviewLinkRows previews;
    private final Clock clock;

    ArticleDesk(WorkingCopies copies, SlugNumbers numbers, References references, Contents contents, Sites sites,
            Categories categories, Caller caller, Picks picks, PreviewLinkRows previews, Clock clock) {
        this.copies = copies;
        this.numbers = numbers;
        this.references = references;
        this.contents = contents;
        this.sites = sites;
        this.categories = categories;
        this.caller = caller;
        this.picks = picks;
        this.previews = previews;
        this.clock = clock;
    }

    WorkingCopy create(ArticleForm form) {
        var id = Uuid7.next();
        var content = content(id, form, Set.of());
        var provenance = provenance(content, id, DeskEntry.Provenance.NONE);
        var slugs = slugs(form);
        var slug = slug(form, id, slugs).orElseGet(() -> slugs.give(DeskEntry.provisionalSlug(id), id));
        var entry = DeskEntry
                .fresh(id, slug, new DeskEntry.Creator(caller.id(), caller.name()), save(DeskEntry.Save.SAVE), provenance)
                .withUpdatedAt(form.updatedAt());
        var copy = new WorkingCopy(entry, content);
        Race.watch(TAKEN, () -> {
            copies.insert(List.of(copy));
            copies.addSlugs(slugs.given());
        });
        return copy;
    }

    /** The working copy, locked until the transaction ends when it is to be changed. */
    WorkingCopy find(String ref, boolean toChange) {
        var copy = Optional.ofNullable(copies.find(List.of(ref)).get(Uuid7.parse(ref).map(UUID::toString).orElse(ref)))
                .flatMap(id -> copies.byId(id, toChange))
                .orElseThrow(ArticleDesk::unknown);
        if (!caller.is(Role.EDITOR) && !caller.id().equals(copy.entry().creator().id())) {
            throw unknown();
        }
        return copy;
    }

    /** Also of what is somebody else's: that there is a draft of that name is for those who may read it. */
    private static Problem unknown() {
        return new Problem(ProblemType.NOT_FOUND,
                "There is no such article, or it is somebody else's and takes the role editor.");
    }

    /** What the public sees stays as it is. Saving what is there already changes nothing. */
    WorkingCopy save(WorkingCopy before, ArticleForm form, boolean isAutosave) {
        var entry = before.entry();
        var content = withPrecision(content(entry.id(), form, References.linked(before.content())), before);
        var slugs = slugs(form);
        var slug = form.slug() == null && !entry.hasProvisionalSlug() ? entry.slug()
                : slug(form, entry.id(), slugs).orElse(entry.slug());
        if (slug.equals(entry.slug()) && content.equals(before.content())) {
            return before;
        }
        var save = save(isAutosave ? DeskEntry.Save.AUTOSAVE : DeskEntry.Save.SAVE);
        var provenance = provenance(content, entry.id(), entry.provenance());
        var saved = entry.isReplaceableBy(save) ? entry.savedAgain(slug, save, provenance)
                : entry.saved(slug, save, provenance);
        return keep(before, new WorkingCopy(saved, content), slugs.given());
    }

    /**
     * The article as it was then, as a new revision.
     *
     * @param content what it said then, as far as what it refers to is there
     */
    WorkingCopy restore(WorkingCopy before, Revision then, ArticleContent content) {
        if (then.slug().equals(before.entry().slug()) && content.equals(before.content())) {
            return before;
        }
        var saved = before.entry().saved(then.slug(), save(DeskEntry.Save.RESTORE), before.entry().provenance());
        return keep(before, new WorkingCopy(saved, content), Map.of());
    }

    /** The version counts picks too: who picks has seen what others picked. */
    WorkingCopy pick(WorkingCopy copy, PicksForm picked) {
        var found = copies.find(picked.articles());
        var chosen = new LinkedHashSet<UUID>();
        var form = picked.form();
        for (var i = 0; i < picked.articles().size(); i++) {
            var id = found.get(picked.articles().get(i));
            var at = form.nested(JsonNodeFactory.instance.objectNode(), form.pointer("articles") + "/" + i);
            if (id == null) {
                at.reject("There is no article \"" + picked.articles().get(i) + "\".");
            } else if (id.equals(copy.entry().id())) {
                at.reject("An article does not stand beside itself.");
            } else if (!chosen.add(id)) {
                at.reject("This article is picked already.");
            }
        }
        form.verify();
        if (!picks.replace(copy.entry().id(), List.copyOf(chosen))) {
            return copy;
        }
        var entry = copy.entry().touched();
        copies.restate(entry);
        return new WorkingCopy(entry, copy.content());
    }

    /** Only what the public neither sees nor knows to be gone; an author only what it never saw. */
    void delete(WorkingCopy copy) {
        var entry = copy.entry();
        if (entry.is(ArticleState.PUBLISHED) || entry.is(ArticleState.WITHDRAWN)) {
            throw new Problem(ProblemType.CONFLICT, "The article is " + entry.state().word()
                    + "; what the public sees or saw withdrawn is not deleted. Unpublish it first.");
        }
        if (!entry.is(ArticleState.DRAFT) && !caller.is(Role.EDITOR)) {
            throw new Problem(ProblemType.FORBIDDEN, "The article was public; deleting it takes the role editor.");
        }
        picks.replace(entry.id(), List.of());
        previews.delete(entry.id());
        copies.delete(entry.id(), entry.is(ArticleState.DRAFT) && entry.publication().revision() == null);
    }

    private WorkingCopy keep(WorkingCopy before, WorkingCopy after, Map<String, UUID> newSlugs) {
        Race.watch(TAKEN, () -> {
            keep(List.of(before), List.of(after));
            copies.addSlugs(newSlugs);
        });
        return after;
    }

    /** Puts other revisions in the place of the present ones. */
    void keep(List<WorkingCopy> before, List<WorkingCopy> after) {
        copies.keepPresent(IntStream.range(0, before.size())
                .filter(i -> before.get(i).entry().revision() != after.get(i).entry().revision())
                .mapToObj(i -> before.get(i).entry().id()).toList());
        copies.update(after);
    }

    /** @param linked articles it refers to already: one that was deleted since must not keep it from being saved */
    private ArticleContent content(UUID id, ArticleForm form, Set<UUID> linked) {
        var placing = new Placing(sites, categories, sites.standard());
        var known = linked.stream().collect(Collectors.toMap(UUID::toString, Function.identity()));
        var checked = references.check(List.of(form), placing, false, known).get(0);
        if (!checked.isRight()) {
            throw Problem.invalidBody(checked.errors());
        }
        return contents.of(List.of(new Contents.Accepted(id, checked)), placing).get(0);
    }

    /** What GET shows has whole seconds; sent back unchanged it must not move the article in a list, nor be a change. */
    private static ArticleContent withPrecision(ArticleContent content, WorkingCopy before) {
        var says = before.content();
        var precise = isShownAs(content.publishedAt(), DeskArticles.publishedAt(before))
                ? Amended.publishedAt(content, says.publishedAt())
                : content;
        return isShownAs(content.embargoUntil(), says.embargoUntil()) ? Amended.embargoUntil(precise, says.embargoUntil())
                : precise;
    }

    private static boolean isShownAs(@Nullable Instant sent, @Nullable Instant kept) {
        return sent != null && kept != null
                && kept.truncatedTo(ChronoUnit.SECONDS).equals(sent.truncatedTo(ChronoUnit.SECONDS));
    }

    private Slugs slugs(ArticleForm form) {
        return Slugs.of(Optional.ofNullable(form.slug()).stream().toList(), Arrival.derivedSlug(form).stream().toList(), copies,
                numbers);
    }

    private static Optional<String> slug(ArticleForm form, UUID id, Slugs slugs) {
        var wanted = Optional.ofNullable(form.slug());
        if (wanted.isPresent() && !slugs.mayHave(wanted.get(), id)) {
            throw taken("/slug", "The slug \"" + wanted.get() + "\" is or was another article's.");
        }
        return wanted.map(slug -> slugs.give(slug, id))
                .or(() -> Arrival.derivedSlug(form).map(slug -> slugs.giveNumbered(slug, id)));
    }

    private static Problem taken(String pointer, String detail) {
        return new Problem(ProblemType.CONFLICT, detail).with(List.of(InputError.atPointer(pointer, detail)));
    }

    private DeskEntry.Provenance provenance(ArticleContent content, UUID id, DeskEntry.Provenance before) {
        if (content.origin() == null) {
            return before;
        }
        var hash = Arrival.hash(content.origin());
        var owner = copies.byOrigin(List.of(hash)).get(hash);
        if (owner != null && !owner.equals(id)) {
            throw taken("/origin", owner.equals(WorkingCopies.NOBODY) ? "The article of this origin was erased."
                    : "There is an article of this origin already, with the id " + owner + ".");
        }
        return new DeskEntry.Provenance(hash, before.digest());
    }

    DeskEntry.Save save(String kind) {
        return new DeskEntry.Save(now(), caller.name(), caller.id(), kind);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
