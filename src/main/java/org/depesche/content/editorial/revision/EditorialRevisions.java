package org.depesche.content.editorial.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.comparison.JsonDiff;
import org.depesche.content.comparison.RevisionDiff;
import org.depesche.content.editorial.ArticleState;
import org.depesche.content.editorial.EditableWorkingCopies;
import org.depesche.content.editorial.EditorialConfig;
import org.depesche.content.editorial.Revision;
import org.depesche.content.editorial.RevisionRepository;
import org.depesche.content.editorial.WorkingCopy;
import org.depesche.content.editorial.desk.EditorialArticleViews;
import org.depesche.content.editorial.desk.EditorialPageParameters;
import org.depesche.content.editorial.form.ArticleFormMerger;
import org.depesche.content.editorial.form.EditorialArticleView;
import org.depesche.content.model.ContentJsonMapper;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.page.PageLinks;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads the revisions of an article: as pages, one by one, and compared. */
@ApplicationScoped
@Transactional
class EditorialRevisions {

    private static final String NEWEST_FIRST = "-number";

    private final EditableWorkingCopies workingCopies;
    private final EditorialArticleViews views;
    private final RevisionRepository revisions;
    private final ContentJsonMapper contentJson;
    private final ObjectMapper json;
    private final PublicationZone zone;
    private final PageLinks pages;
    private final QueryParameters inputs;
    private final EditorialConfig config;

    EditorialRevisions(EditableWorkingCopies workingCopies, EditorialArticleViews views, RevisionRepository revisions,
            ContentJsonMapper contentJson, ObjectMapper json,
            PublicationZone zone, PageLinks pages, QueryParameters inputs,
            EditorialConfig config) {
        this.workingCopies = workingCopies;
        this.views = views;
        this.revisions = revisions;
        this.contentJson = contentJson;
        this.json = json;
        this.zone = zone;
        this.pages = pages;
        this.inputs = inputs;
        this.config = config;
    }

    RevisionView.RevisionList list(String ref, EditorialPageParameters parameters) {
        var query = parameters.pageQuery(inputs, NEWEST_FIRST, ref);
        var isCounted = parameters.wantsTotal(inputs);
        inputs.verify();
        var copy = workingCopies.find(ref);
        var id = copy.metadata().id();
        var from = query.key().isEmpty() ? Integer.MAX_VALUE : query.key(0, Integer::parseInt);
        var rows = query.isBackwards() ? revisions.newerThan(id, from, query.fetchSize())
                : revisions.olderThan(id, from, query.fetchSize());
        var slice = query.slice(rows, revision -> List.of(Integer.toString(revision.number())));
        return new RevisionView.RevisionList(items(copy, slice.rows()),
                pages.pageWithTotal(slice, isCounted, () -> revisions.count(id)));
    }

    private List<RevisionView> items(WorkingCopy copy, List<Revision> pageRevisions) {
        var items = new ArrayList<RevisionView>();
        for (var i = 0; i < pageRevisions.size(); i++) {
            var revision = pageRevisions.get(i);
            var earlier = i + 1 < pageRevisions.size() ? pageRevisions.get(i + 1) : previous(copy, revision);
            items.add(view(copy, revision, earlier, null));
        }
        return List.copyOf(items);
    }

    private @Nullable Revision previous(WorkingCopy copy, Revision revision) {
        return revisions.olderThan(copy.metadata().id(), revision.number(), 1).stream().findFirst().orElse(null);
    }

    RevisionView find(String ref, String number) {
        var copy = workingCopies.find(ref);
        var revision = requireRevision(copy, number);
        return view(copy, revision, previous(copy, revision), article(copy, revision));
    }

    /**
     * Compares two revisions.
     *
     * @param to the number of a revision; absent: the present revision
     */
    RevisionDiff diff(String ref, String from, @Nullable String to) {
        var other = inputs.read(RevisionsResource.TO, to).orElse(0);
        inputs.verify();
        var copy = workingCopies.find(ref);
        var before = requireRevision(copy, from);
        var after = to == null ? Revision.ofWorkingCopy(copy) : requireRevision(copy, Integer.toString(other));
        return new RevisionDiff(before.number(), after.number(),
                new JsonDiff(config.limits().wordDiff()).compare(toDiffDocument(copy, before), toDiffDocument(copy, after)));
    }

    Revision requireRevision(WorkingCopy copy, String number) {
        return (number.matches("[1-9][0-9]{0,8}") ? revisions.find(copy.metadata().id(), Integer.parseInt(number))
                : Optional.<Revision> empty())
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "The article has no such revision."));
    }

    private RevisionView view(WorkingCopy copy, Revision revision, @Nullable Revision earlier,
            @Nullable EditorialArticleView article) {
        var published = copy.metadata().publication().revision();
        return new RevisionView(revision.number(), zone.toOffsetDateTime(revision.save().at()), revision.save().by(),
                revision.save().kind().word(), earlier == null ? List.of() : List.copyOf(changedMembers(earlier, revision)),
                copy.metadata().is(ArticleState.PUBLISHED) && published != null && published == revision.number(), article);
    }

    private Set<String> changedMembers(Revision before, Revision after) {
        var membersBefore = contentJson.members(before.content());
        var membersAfter = contentJson.members(after.content());
        var names = new TreeSet<>(membersBefore.keySet());
        names.addAll(membersAfter.keySet());
        names.removeIf(name -> membersAfter.containsKey(name) && membersAfter.get(name).equals(membersBefore.get(name)));
        if (!before.slug().equals(after.slug())) {
            names.add("slug");
        }
        return names;
    }

    private EditorialArticleView article(WorkingCopy copy, Revision revision) {
        return views.view(new WorkingCopy(copy.metadata().atRevision(revision), revision.content()), List.of());
    }

    /** Returns the members to compare: all but those that describe the state of the article. */
    private ObjectNode toDiffDocument(WorkingCopy copy, Revision revision) {
        ObjectNode tree = json.valueToTree(article(copy, revision));
        tree.remove(ArticleFormMerger.READ_ONLY_NAMES);
        tree.remove("updatedAt");
        return tree;
    }
}
