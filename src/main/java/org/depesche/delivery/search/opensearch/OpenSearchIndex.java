package org.depesche.delivery.search.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.depesche.content.article.ArticleText;
import org.depesche.content.listing.ListKey;
import org.depesche.delivery.search.ArticleIndex;
import org.depesche.delivery.search.BrokenIndex;
import org.depesche.delivery.search.Found;
import org.depesche.delivery.search.Likeness;
import org.depesche.delivery.search.LikenessQuery;
import org.depesche.delivery.search.SearchQuery;
import org.depesche.delivery.search.SearchedState;
import org.depesche.delivery.search.language.Languages;
import org.depesche.delivery.search.query.Beginnings;
import org.depesche.delivery.search.query.Fields;
import org.depesche.delivery.search.query.Finding;
import org.depesche.delivery.search.query.Meaning;
import org.depesche.delivery.search.query.Similar;
import org.depesche.delivery.search.query.Standing;
import org.depesche.platform.problem.InputError;
import org.depesche.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One index of the cluster, asked by many nodes and kept by one. */
final class OpenSearchIndex implements ArticleIndex {

    private final Cluster cluster;
    private final String name;
    private final Languages languages;
    private final PointsInTime snapshots;
    private final Keeping keeping;

    OpenSearchIndex(Means means, Keeping keeping) {
        this.cluster = means.cluster();
        this.name = keeping.position().index();
        this.keeping = keeping;
        this.languages = means.languages();
        this.snapshots = new PointsInTime(means, name);
    }

    String name() {
        return name;
    }

    Keeping keeping() {
        return keeping;
    }

    @Override
    public long position() {
        return keeping.position().sequence();
    }

    @Override
    public long applied() {
        return position();
    }

    @Override
    public void apply(Collection<ArticleText> present, Collection<UUID> gone, long position) {
        keeping.apply(present, gone, position);
    }

    @Override
    public void show() {
        keeping.show();
    }

    @Override
    public void keep() {
        keeping.keep();
    }

    @Override
    public long size() {
        var asked = cluster.object();
        asked.putObject("query").putObject("exists").put("field", Fields.ID);
        return run(() -> cluster.ask("POST", "/" + name + "/_count", asked).path("count").asLong());
    }

    @Override
    public Found find(SearchQuery query) {
        var reached = position(); // before it is searched: searches may see more, never less
        var former = query.state().map(SearchedState::number).orElse(reached);
        var state = snapshots.at(former).isPresent() ? former : reached;
        return run(() -> {
            try {
                return find(query, snapshots.opened(state).orElse(""), state);
            } catch (Refused over) {
                if (!over.isNotFound()) {
                    throw over;
                }
                snapshots.forget(state);
                return find(query, "", reached);
            }
        });
    }

    private Found find(SearchQuery query, String point, long state) throws IOException {
        var found = new Finding<>(new OpenSearchSnapshot(cluster, name, point), languages).of(query);
        return new Found(found.hits(), found.total(), found.counts(), new SearchedState(state, state));
    }

    @Override
    public List<UUID> beginning(String words, ListKey site, int limit) {
        return run(() -> new Beginnings<>(present()).of(words, site, limit));
    }

    @Override
    public List<Likeness> similar(LikenessQuery query) {
        return run(() -> new Similar<ObjectNode>(present(), languages).to(query));
    }

    @Override
    public List<UUID> standingIn(ListKey list, @Nullable UUID after, int limit) {
        keeping.show();
        return run(() -> new Standing<>(present()).in(list, after, limit));
    }

    @Override
    public Optional<String> meant(String words) {
        return run(() -> new Meaning<>(present(), languages).of(words));
    }

    void close() {
        snapshots.close();
    }

    private OpenSearchSnapshot present() {
        return new OpenSearchSnapshot(cluster, name, "");
    }

    private static <T> T run(Question<T> question) {
        try {
            return question.answered();
        } catch (Refused refused) {
            throw understood(refused);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuntimeException understood(Refused refused) {
        if (refused.isTooLong()) {
            return Problem.invalidParameters(List.of(InputError.inParameter("q", "`q` has too many words of too many forms.")));
        }
        return refused.isNotFound() ? new BrokenIndex(refused) : refused;
    }

    private interface Question<T> {
        T answered() throws IOException;
    }
}
