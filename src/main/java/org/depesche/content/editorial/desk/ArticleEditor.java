package org.depesche.content.editorial.desk;

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

import org.depesche.content.category.Categories;
import org.depesche.content.editorial.ArticleState;
import org.depesche.content.editorial.PreviewLinkStore;
import org.depesche.content.editorial.Revision;
import org.depesche.content.editorial.SlugAllocator;
import org.depesche.content.editorial.SlugNumbers;
import org.depesche.content.editorial.WorkingCopies;
import org.depesche.content.editorial.WorkingCopy;
import org.depesche.content.editorial.WorkingCopyMetadata;
import org.depesche.content.editorial.form.ArticleForm;
import org.depesche.content.editorial.form.ContentAssembler;
import org.depesche.content.editorial.form.PlacementResolver;
import org.depesche.content.editorial.form.ReferenceResolver;
import org.depesche.content.model.ArticleContent;
import org.depesche.content.projection.RelatedPicks;
import org.depesche.content.site.Sites;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.access.Caller;
import org.depesche.platform.access.Role;
import org.depesche.platform.database.DuplicateKey;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Writes single articles: each is a batch of one, by the very steps that an import takes. */
@ApplicationScoped
public class ArticleEditor {

    private static final String SLUG_CONFLICT = "another article took the slug";

    private final WorkingCopies copies;
    private final SlugNumbers numbers;
    private final ReferenceResolver resolver;
    private final ContentAssembler assembler;
    private final Sites sites;
    private final Categories categories;
    private final Caller caller;
    private final RelatedPicks picks;
    private final PreviewLinkStore previews;
    private final Clock clock;

    ArticleEditor(WorkingCopies copies, SlugNumbers numbers, ReferenceResolver references, ContentAssembler contents,
            Sites sites,
            Categories categories, Caller caller, RelatedPicks picks, PreviewLinkStore previews, Clock clock) {
        this.copies = copies;
        this.numbers = numbers;
        this.resolver = references;
        this.assembler = contents;
        this.sites = sites;
        this.categories = categories;
        this.caller = caller;
        this.picks = picks;
        this.previews = previews;
        this.clock = clock;
    }

    WorkingCopy create(ArticleForm form) {
        var id = Uuid7.next();
        var content = toContent(id, form, Set.of());
        var provenance = importOrigin(content, id, WorkingCopyMetadata.ImportOrigin.NONE);
        var slugs = slugAllocator(form);
        var slug = allocateSlug(form, id, slugs).orElseGet(() -> slugs.allocate(WorkingCopyMetadata.provisionalSlug(id), id));
        var entry = WorkingCopyMetadata
                .newDraft(id, slug, new WorkingCopyMetadata.Creator(caller.id(), caller.name()),
                        newSave(WorkingCopyMetadata.Save.SAVE), provenance)
                .withUpdatedAt(form.updatedAt());
        var copy = new WorkingCopy(entry, content);
        DuplicateKey.detect(SLUG_CONFLICT, () -> {
            copies.insert(List.of(copy));
            copies.insertSlugs(slugs.newSlugs());
        });
        return copy;
    }

    /** The working copy, locked until the transaction ends when it is to be changed. */
    public WorkingCopy find(String ref, boolean toChange) {
        var copy = Optional.ofNullable(copies.findIds(List.of(ref)).get(Uuid7.parse(ref).map(UUID::toString).orElse(ref)))
                .flatMap(id -> copies.byId(id, toChange))
                .orElseThrow(ArticleEditor::articleNotFound);
        if (!caller.hasRole(Role.EDITOR) && !caller.id().equals(copy.metadata().creator().id())) {
            throw articleNotFound();
        }
        return copy;
    }

    /** Also of what is somebody else's: that there is a draft of that name is for those who may read it. */
    private static Problem articleNotFound() {
        return new Problem(ProblemType.NOT_FOUND,
                "There is no such article, or it is somebody else's and takes the role editor.");
    }

    /** What the public sees stays as it is. Saving what is there already changes nothing. */
    WorkingCopy save(WorkingCopy before, ArticleForm form, boolean isAutosave) {
        var entry = before.metadata();
        var content = withStoredPrecision(toContent(entry.id(), form, ReferenceResolver.linkedArticles(before.content())),
                before);
        var slugs = slugAllocator(form);
        var slug = form.slug() == null && !entry.hasProvisionalSlug() ? entry.slug()
                : allocateSlug(form, entry.id(), slugs).orElse(entry.slug());
        if (slug.equals(entry.slug()) && content.equals(before.content())) {
            return before;
        }
        var save = newSave(isAutosave ? WorkingCopyMetadata.Save.AUTOSAVE : WorkingCopyMetadata.Save.SAVE);
        var provenance = importOrigin(content, entry.id(), entry.importOrigin());
        var saved = entry.isReplaceableBy(save) ? entry.withReplacedRevision(slug, save, provenance)
                : entry.withNewRevision(slug, save, provenance);
        return storeNewRevision(before, new WorkingCopy(saved, content), slugs.newSlugs());
    }

    /**
     * The article as it was then, as a new revision.
     *
     * @param content what it said then, as far as what it refers to is there
     */
    public WorkingCopy restore(WorkingCopy before, Revision then, ArticleContent content) {
        if (then.slug().equals(before.metadata().slug()) && content.equals(before.content())) {
            return before;
        }
        var saved = before.metadata().withNewRevision(then.slug(), newSave(WorkingCopyMetadata.Save.RESTORE),
                before.metadata().importOrigin());
        return storeNewRevision(before, new WorkingCopy(saved, content), Map.of());
    }

    /** The version counts picks too: who picks has seen what others picked. */
    WorkingCopy replacePicks(WorkingCopy copy, RelatedPicksForm picked) {
        var found = copies.findIds(picked.articles());
        var chosen = new LinkedHashSet<UUID>();
        var form = picked.form();
        for (var i = 0; i < picked.articles().size(); i++) {
            var id = found.get(picked.articles().get(i));
            var at = form.nested(JsonNodeFactory.instance.objectNode(), form.pointer("articles") + "/" + i);
            if (id == null) {
                at.reject("There is no article \"" + picked.articles().get(i) + "\".");
            } else if (id.equals(copy.metadata().id())) {
                at.reject("An article does not stand beside itself.");
            } else if (!chosen.add(id)) {
                at.reject("This article is picked already.");
            }
        }
        form.verify();
        if (!picks.replace(copy.metadata().id(), List.copyOf(chosen))) {
            return copy;
        }
        var entry = copy.metadata().withNextVersion();
        copies.updateState(entry);
        return new WorkingCopy(entry, copy.content());
    }

    /** Only what the public neither sees nor knows to be gone; an author only what it never saw. */
    void delete(WorkingCopy copy) {
        var entry = copy.metadata();
        if (entry.is(ArticleState.PUBLISHED) || entry.is(ArticleState.WITHDRAWN)) {
            throw new Problem(ProblemType.CONFLICT, "The article is " + entry.state().value()
                    + "; what the public sees or saw withdrawn is not deleted. Unpublish it first.");
        }
        if (!entry.is(ArticleState.DRAFT) && !caller.hasRole(Role.EDITOR)) {
            throw new Problem(ProblemType.FORBIDDEN, "The article was public; deleting it takes the role editor.");
        }
        picks.replace(entry.id(), List.of());
        previews.deleteByArticle(entry.id());
        copies.delete(entry.id(), entry.is(ArticleState.DRAFT) && entry.publication().revision() == null);
    }

    private WorkingCopy storeNewRevision(WorkingCopy before, WorkingCopy after, Map<String, UUID> newSlugs) {
        DuplicateKey.detect(SLUG_CONFLICT, () -> {
            storeRevisions(List.of(before), List.of(after));
            copies.insertSlugs(newSlugs);
        });
        return after;
    }

    /** Puts other revisions in the place of the present ones. */
    public void storeRevisions(List<WorkingCopy> before, List<WorkingCopy> after) {
        copies.archivePresentRevisions(IntStream.range(0, before.size())
                .filter(i -> before.get(i).metadata().revision() != after.get(i).metadata().revision())
                .mapToObj(i -> before.get(i).metadata().id()).toList());
        copies.update(after);
    }

    /** @param linked articles it refers to already: one that was deleted since must not keep it from being saved */
    private ArticleContent toContent(UUID id, ArticleForm form, Set<UUID> linked) {
        var placing = new PlacementResolver(sites, categories, sites.defaultSite(), false);
        var known = linked.stream().collect(Collectors.toMap(UUID::toString, Function.identity()));
        var checked = resolver.resolve(List.of(form), placing, known).get(0);
        if (!checked.isValid()) {
            throw Problem.invalidBody(checked.errors());
        }
        return assembler.assemble(List.of(new ContentAssembler.ResolvedArticle(id, checked))).get(0);
    }

    /** What GET shows has whole seconds; sent back unchanged it must not move the article in a list, nor be a change. */
    private static ArticleContent withStoredPrecision(ArticleContent content, WorkingCopy before) {
        var says = before.content();
        var precise = isSameSecond(content.distribution().publishedAt(), EditorialArticleViews.effectivePublishedAt(before))
                ? content.withDistribution(distribution -> distribution.withPublishedAt(says.distribution().publishedAt()))
                : content;
        return isSameSecond(content.distribution().embargoUntil(), says.distribution().embargoUntil())
                ? precise.withDistribution(distribution -> distribution.withEmbargoUntil(says.distribution().embargoUntil()))
                : precise;
    }

    private static boolean isSameSecond(@Nullable Instant sent, @Nullable Instant kept) {
        return sent != null && kept != null
                && kept.truncatedTo(ChronoUnit.SECONDS).equals(sent.truncatedTo(ChronoUnit.SECONDS));
    }

    private SlugAllocator slugAllocator(ArticleForm form) {
        return SlugAllocator.load(Optional.ofNullable(form.slug()).stream().toList(), form.derivedSlug().stream().toList(),
                copies,
                numbers);
    }

    private static Optional<String> allocateSlug(ArticleForm form, UUID id, SlugAllocator slugs) {
        var wanted = Optional.ofNullable(form.slug());
        if (wanted.isPresent() && !slugs.isAvailableTo(wanted.get(), id)) {
            throw conflict("/slug", "The slug \"" + wanted.get() + "\" is or was another article's.");
        }
        return wanted.map(slug -> slugs.allocate(slug, id))
                .or(() -> form.derivedSlug().map(slug -> slugs.allocateNumbered(slug, id)));
    }

    private static Problem conflict(String pointer, String detail) {
        return new Problem(ProblemType.CONFLICT, detail).with(List.of(InputError.atPointer(pointer, detail)));
    }

    private WorkingCopyMetadata.ImportOrigin importOrigin(ArticleContent content, UUID id,
            WorkingCopyMetadata.ImportOrigin before) {
        if (content.distribution().origin() == null) {
            return before;
        }
        var hash = WorkingCopyMetadata.ImportOrigin.hash(content.distribution().origin());
        var owner = copies.originOwners(List.of(hash)).get(hash);
        if (owner != null && !owner.equals(id)) {
            throw conflict("/origin", owner.equals(WorkingCopies.ERASED_OWNER) ? "The article of this origin was erased."
                    : "There is an article of this origin already, with the id " + owner + ".");
        }
        return new WorkingCopyMetadata.ImportOrigin(hash, before.digest());
    }

    WorkingCopyMetadata.Save newSave(String kind) {
        return new WorkingCopyMetadata.Save(now(), caller.name(), caller.id(), kind);
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
