package org.depesche.content.editorial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.content.article.StoredJson;
import org.depesche.content.comparison.Comparison;
import org.depesche.content.comparison.RevisionDiff;
import org.depesche.platform.http.Addresses;
import org.depesche.platform.http.Inputs;
import org.depesche.platform.http.Provenance;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.page.Page;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads what an article was before: page by page, one revision, and what differs between two. */
@ApplicationScoped
@Transactional
class RevisionPages {

    private static final String NEWEST = "-number";

    private final ArticleDesk desk;
    private final DeskWork work;
    private final Revisions revisions;
    private final StoredJson stored;
    private final ObjectMapper json;
    private final PublicationZone zone;
    private final Addresses addresses;
    private final Provenance provenance;
    private final Inputs inputs;
    private final EditorialConfig config;

    RevisionPages(ArticleDesk desk, DeskWork work, Revisions revisions, StoredJson stored, ObjectMapper json,
            PublicationZone zone, Addresses addresses, Provenance provenance, Inputs inputs, EditorialConfig config) {
        this.desk = desk;
        this.work = work;
        this.revisions = revisions;
        this.stored = stored;
        this.json = json;
        this.zone = zone;
        this.addresses = addresses;
        this.provenance = provenance;
        this.inputs = inputs;
        this.config = config;
    }

    RevisionList all(String ref, DeskPageParameters parameters) {
        var query = parameters.page(inputs, NEWEST, ref);
        var isCounted = parameters.isCounted(inputs);
        inputs.verify();
        var copy = desk.find(ref, false);
        var id = copy.entry().id();
        var from = query.key().stream().mapToInt(Integer::parseInt).findFirst().orElse(Integer.MAX_VALUE);
        var rows = query.isBackwards() ? revisions.after(id, from, query.fetch()) : revisions.before(id, from, query.fetch());
        var slice = query.slice(rows, revision -> List.of(Integer.toString(revision.number())));
        var page = Page.of(slice, cursor -> addresses.with("cursor", cursor));
        page.following().ifPresent(next -> provenance.link("next", next));
        page.preceding().ifPresent(previous -> provenance.link("prev", previous));
        return new RevisionList(items(copy, slice.rows()), isCounted ? page.withTotal(revisions.count(id)) : page);
    }

    private List<RevisionView> items(WorkingCopy copy, List<Revision> shown) {
        var items = new ArrayList<RevisionView>();
        for (var i = 0; i < shown.size(); i++) {
            var revision = shown.get(i);
            var earlier = i + 1 < shown.size() ? shown.get(i + 1) : earlier(copy, revision);
            items.add(view(copy, revision, earlier, null));
        }
        return List.copyOf(items);
    }

    private @Nullable Revision earlier(WorkingCopy copy, Revision revision) {
        return revisions.before(copy.entry().id(), revision.number(), 1).stream().findFirst().orElse(null);
    }

    RevisionView one(String ref, String number) {
        var copy = desk.find(ref, false);
        var revision = revision(copy, number);
        return view(copy, revision, earlier(copy, revision), article(copy, revision));
    }

    /** @param to a number; absent: the present revision */
    RevisionDiff diff(String ref, String from, @Nullable String to) {
        var other = inputs.number("to", to, 0, 1, Integer.MAX_VALUE);
        inputs.verify();
        var copy = desk.find(ref, false);
        var before = revision(copy, from);
        var after = to == null ? Revision.present(copy) : revision(copy, Integer.toString(other));
        return new RevisionDiff(before.number(), after.number(),
                new Comparison(config.limits().compared()).of(written(copy, before), written(copy, after)));
    }

    Revision revision(WorkingCopy copy, String number) {
        return (number.matches("[1-9][0-9]{0,8}") ? revisions.one(copy.entry().id(), Integer.parseInt(number))
                : Optional.<Revision> empty())
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "The article has no such revision."));
    }

    private RevisionView view(WorkingCopy copy, Revision revision, @Nullable Revision earlier,
            @Nullable EditorialArticle article) {
        var public_ = copy.entry().publication().revision();
        return new RevisionView(revision.number(), zone.of(revision.saved().at()), revision.saved().by(),
                revision.saved().kind(), earlier == null ? List.of() : List.copyOf(changed(earlier, revision)),
                copy.entry().is(ArticleState.PUBLISHED) && public_ != null && public_ == revision.number(), article);
    }

    private Set<String> changed(Revision before, Revision after) {
        var was = stored.members(before.content());
        var is = stored.members(after.content());
        var names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        names.removeIf(name -> is.containsKey(name) && is.get(name).equals(was.get(name)));
        if (!before.slug().equals(after.slug())) {
            names.add("slug");
        }
        return names;
    }

    private EditorialArticle article(WorkingCopy copy, Revision revision) {
        return work.view(new WorkingCopy(copy.entry().as(revision), revision.content()), List.of());
    }

    /** What it says, without how it stands: that is not what two revisions differ in. */
    private ObjectNode written(WorkingCopy copy, Revision revision) {
        ObjectNode tree = json.valueToTree(article(copy, revision));
        tree.remove(WrittenForms.READ_ONLY);
        tree.remove("updatedAt");
        return tree;
    }
}
