package org.depesche.content.editorial.desk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.editorial.ArticleState;
import org.depesche.content.editorial.EditableWorkingCopies;
import org.depesche.content.editorial.PreviewLinkRepository;
import org.depesche.content.editorial.Revision;
import org.depesche.content.editorial.SlugAllocator;
import org.depesche.content.editorial.SlugNumberRepository;
import org.depesche.content.editorial.WorkingCopy;
import org.depesche.content.editorial.WorkingCopyMetadata;
import org.depesche.content.editorial.WorkingCopyRepository;
import org.depesche.content.editorial.form.ArticleForm;
import org.depesche.content.editorial.form.CircularReferences;
import org.depesche.content.editorial.form.ContentAssembler;
import org.depesche.content.editorial.form.ReferenceResolver;
import org.depesche.content.editorial.form.ResolvedForm;
import org.depesche.content.image.ImageEditor;
import org.depesche.content.image.ImageOverrides;
import org.depesche.content.model.ArticleContent;
import org.depesche.content.projection.RelatedPicks;
import org.depesche.kernel.SlugSuggestion;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.access.Caller;
import org.depesche.platform.access.Role;
import org.depesche.platform.database.DuplicateKey;
import org.depesche.platform.json.JsonForm;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Changes single articles. Each change is a batch of one, in the steps of an import. */
@ApplicationScoped
public class ArticleEditor {

    private static final String SLUG_CONFLICT = "another article took the slug";

    private final WorkingCopyRepository copies;
    private final EditableWorkingCopies workingCopies;
    private final SlugNumberRepository numbers;
    private final ReferenceResolver resolver;
    private final CircularReferences circles;
    private final ContentAssembler assembler;
    private final Caller caller;
    private final RelatedPicks picks;
    private final PreviewLinkRepository previews;
    private final ImageEditor images;

    ArticleEditor(WorkingCopyRepository copies, EditableWorkingCopies workingCopies, SlugNumberRepository numbers,
            ReferenceResolver resolver,
            CircularReferences circles, ContentAssembler assembler, Caller caller, RelatedPicks picks,
            PreviewLinkRepository previews, ImageEditor images) {
        this.copies = copies;
        this.workingCopies = workingCopies;
        this.numbers = numbers;
        this.resolver = resolver;
        this.circles = circles;
        this.assembler = assembler;
        this.caller = caller;
        this.picks = picks;
        this.previews = previews;
        this.images = images;
    }

    WorkingCopy create(ArticleForm form) {
        var id = Uuid7.next();
        var content = toContent(id, resolver.resolve(form, Set.of()));
        var origin = importOrigin(content, id, WorkingCopyMetadata.ImportOrigin.NONE);
        var slugs = slugAllocator(form);
        var slug = allocateSlug(form, id, slugs).orElseGet(() -> slugs.allocate(WorkingCopyMetadata.provisionalSlug(id), id));
        var save = workingCopies.newSave(WorkingCopyMetadata.SaveKind.SAVE);
        var creator = new WorkingCopyMetadata.Creator(caller.id(), caller.name(), save.at());
        var entry = WorkingCopyMetadata.newDraft(id, slug, creator, save, origin).withUpdatedAt(form.updatedAt());
        var copy = new WorkingCopy(entry, content);
        DuplicateKey.detect(SLUG_CONFLICT, () -> {
            copies.insert(List.of(copy));
            copies.insertSlugs(slugs.newSlugs());
        });
        return copy;
    }

    /** Saves a new revision. The published article does not change. A form without a difference changes nothing. */
    WorkingCopy save(WorkingCopy before, ArticleForm form, boolean isAutosave) {
        var entry = withUpdatedAt(before.metadata(), form.updatedAt());
        // A deleted article that the content links to must not prevent the save.
        var resolved = resolver.resolve(form, ReferenceResolver.linkedArticles(before.content()));
        var content = withStoredPrecision(
                toContent(entry.id(), circles.check(entry.id(), resolved, before.content())), before);
        var slugs = slugAllocator(form);
        var slug = form.slug() == null && !entry.hasProvisionalSlug() ? entry.slug()
                : allocateSlug(form, entry.id(), slugs).orElse(entry.slug());
        var isSameState = slug.equals(entry.slug()) && entry.publication().equals(before.metadata().publication());
        if (isSameState && content.equals(before.content())) {
            return before;
        }
        var save = workingCopies
                .newSave(isAutosave ? WorkingCopyMetadata.SaveKind.AUTOSAVE : WorkingCopyMetadata.SaveKind.SAVE);
        var origin = importOrigin(content, entry.id(), entry.importOrigin());
        var saved = entry.isReplaceableBy(save) ? entry.withReplacedRevision(slug, save, origin)
                : entry.withNewRevision(slug, save, origin);
        return storeNewRevision(before, new WorkingCopy(saved, content), slugs.newSlugs());
    }

    /**
     * Saves a former revision as a new revision.
     *
     * @param content the content of the former revision, without references to things that no longer exist
     */
    public WorkingCopy restore(WorkingCopy before, Revision former, ArticleContent content) {
        if (former.slug().equals(before.metadata().slug()) && content.equals(before.content())) {
            return before;
        }
        var saved = before.metadata().withNewRevision(former.slug(),
                workingCopies.newSave(WorkingCopyMetadata.SaveKind.RESTORE),
                before.metadata().importOrigin());
        return storeNewRevision(before, new WorkingCopy(saved, content), Map.of());
    }

    /**
     * Replaces the picks. The version of the article changes with them, so that nobody overwrites unseen picks.
     *
     * @param form the body, which gets the errors of the picks
     */
    WorkingCopy replacePicks(WorkingCopy copy, RelatedPicksForm picked, JsonForm form) {
        var found = copies.findIds(SlugSuggestion.withSlugs(picked.articles()));
        var chosen = new LinkedHashSet<UUID>();
        for (var i = 0; i < picked.articles().size(); i++) {
            var id = found.get(picked.articles().get(i));
            var at = form.nested(JsonNodeFactory.instance.objectNode(), form.pointer("articles") + "/" + i);
            if (id == null) {
                at.reject("There is no article \"" + picked.articles().get(i) + "\"."
                        + SlugSuggestion.didYouMean(picked.articles().get(i), found.keySet()));
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

    /** Deletes an article that is neither public nor withdrawn. An author deletes only articles that never were public. */
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
        copies.delete(entry.id(), entry.is(ArticleState.DRAFT) && !entry.wasPublished());
    }

    private WorkingCopy storeNewRevision(WorkingCopy before, WorkingCopy after, Map<String, UUID> newSlugs) {
        DuplicateKey.detect(SLUG_CONFLICT, () -> {
            workingCopies.replace(List.of(before), List.of(after));
            copies.insertSlugs(newSlugs);
        });
        return after;
    }

    private ArticleContent toContent(UUID id, ResolvedForm resolved) {
        if (!resolved.isValid()) {
            throw Problem.invalidBody(resolved.errors());
        }
        writeBack(resolved.form().textsToWriteBack());
        return assembler.assemble(List.of(new ContentAssembler.ResolvedArticle(id, resolved))).get(0);
    }

    /** Changes images in the order of their ids, so that two transactions never wait for each other. */
    private void writeBack(Map<UUID, ImageOverrides> texts) {
        if (!texts.isEmpty() && !caller.hasRole(Role.EDITOR)) {
            throw new Problem(ProblemType.FORBIDDEN, "`writeBack` changes an image; that takes the role editor.");
        }
        new TreeMap<>(texts).forEach(images::writeBack);
    }

    /** Keeps stored fractions of seconds. GET shows whole seconds, and a client that sends them back changes nothing. */
    private static ArticleContent withStoredPrecision(ArticleContent content, WorkingCopy before) {
        var stored = before.content().distribution();
        var precise = isSameSecond(content.distribution().publishedAt(), before.publishedAt().orElse(null))
                ? content.withDistribution(distribution -> distribution.withPublishedAt(stored.publishedAt()))
                : content;
        return isSameSecond(content.distribution().embargoUntil(), stored.embargoUntil())
                ? precise.withDistribution(distribution -> distribution.withEmbargoUntil(stored.embargoUntil()))
                : precise;
    }

    private static WorkingCopyMetadata withUpdatedAt(WorkingCopyMetadata entry, @Nullable Instant updatedAt) {
        return isSameSecond(updatedAt, entry.publication().updatedAt()) ? entry : entry.withUpdatedAt(updatedAt);
    }

    private static boolean isSameSecond(@Nullable Instant requested, @Nullable Instant stored) {
        return requested != null && stored != null
                && stored.truncatedTo(ChronoUnit.SECONDS).equals(requested.truncatedTo(ChronoUnit.SECONDS));
    }

    private SlugAllocator slugAllocator(ArticleForm form) {
        return SlugAllocator.load(Optional.ofNullable(form.slug()).stream().toList(), form.derivedSlug().stream().toList(),
                copies,
                numbers);
    }

    private static Optional<String> allocateSlug(ArticleForm form, UUID id, SlugAllocator slugs) {
        var explicit = Optional.ofNullable(form.slug());
        if (explicit.isPresent() && !slugs.isAvailableTo(explicit.get(), id)) {
            throw Problem.conflict("/slug", "The slug \"" + explicit.get() + "\" is or was another article's.");
        }
        return explicit.map(slug -> slugs.allocate(slug, id))
                .or(() -> form.derivedSlug().map(slug -> slugs.allocateNumbered(slug, id)));
    }

    private WorkingCopyMetadata.ImportOrigin importOrigin(ArticleContent content, UUID id,
            WorkingCopyMetadata.ImportOrigin before) {
        if (content.distribution().origin() == null) {
            return before;
        }
        var hash = WorkingCopyMetadata.ImportOrigin.hash(content.distribution().origin());
        var owner = copies.originOwners(List.of(hash)).get(hash);
        if (owner != null && !owner.equals(id)) {
            throw Problem.conflict("/origin", owner.equals(WorkingCopyRepository.ERASED_OWNER)
                    ? "The article of this origin was erased."
                    : "There is an article of this origin already, with the id " + owner + ".");
        }
        return new WorkingCopyMetadata.ImportOrigin(hash, before.digest());
    }
}
