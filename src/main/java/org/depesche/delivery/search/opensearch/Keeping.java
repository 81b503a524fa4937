package org.depesche.delivery.search.opensearch;

import java.util.Collection;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import org.depesche.content.article.ArticleText;
import org.depesche.delivery.search.BrokenIndex;

/**
 * How far an index is, and on the node that keeps it what brings it further: articles first, then the position. One that is
 * being
 * built shows neither before it is whole.
 */
final class Keeping {

    private final Means means;
    private final Documents documents;
    private final BooleanSupplier mayBuild;
    private volatile Position position;
    private boolean isOurs;
    private boolean isBuilding;
    private boolean isHidden;

    private Keeping(Means means, BooleanSupplier mayBuild, Position position) {
        this.means = means;
        this.documents = new Documents(means.languages());
        this.mayBuild = mayBuild;
        this.position = position;
    }

    /** Of one that is there. */
    static Keeping of(Position found, Means means) {
        return new Keeping(means, () -> false, found);
    }

    /** @param mayBuild whether nobody else does meanwhile */
    static Keeping building(String index, Means means, BooleanSupplier mayBuild) {
        var keeping = new Keeping(means, mayBuild, Position.none(index));
        keeping.isOurs = true;
        keeping.isBuilding = true;
        return keeping;
    }

    Position position() {
        return position;
    }

    /** What the index said of itself: another node may have brought it here, or have taken it over. */
    synchronized void seen(Position found) {
        if (!isOurs || found.term() != position.term()) {
            isOurs = false;
            position = found;
        }
    }

    synchronized void apply(Collection<ArticleText> present, Collection<UUID> gone, long sequence) {
        take();
        if (isBuilding && !mayBuild.getAsBoolean()) {
            throw new IllegalStateException("another node is making the search index anew");
        }
        var reached = position.at(sequence);
        var writing = writing();
        present.forEach(article -> writing.put(article.id().toString(), reached.version(), documents.of(article)));
        gone.forEach(id -> writing.delete(id, reached.version()));
        writing.send(!isBuilding);
        isHidden = isBuilding;
        if (isBuilding) {
            position = reached;
        } else {
            write(reached);
        }
    }

    /** Lets searches see what was applied. */
    synchronized void show() {
        if (isHidden) {
            means.cluster().change("POST", "/" + position.index() + "/_refresh", null);
            isHidden = false;
        }
    }

    /** What was applied is kept by then, but for the position of one that was built. */
    synchronized void keep() {
        if (isBuilding) {
            show();
            write(position);
            isBuilding = false;
        }
    }

    /** Before the first write, so that those of the node that kept it before come too late from now on. */
    private void take() {
        if (!isOurs) {
            var taken = Position.of(means.cluster(), position.index())
                    .orElseThrow(() -> new BrokenIndex(new IllegalStateException("it has no position"))).taken();
            var writing = writing();
            taken.take(writing);
            sent(writing, taken);
            isOurs = true;
        }
    }

    private void write(Position reached) {
        var writing = writing();
        reached.write(writing);
        sent(writing, reached);
    }

    private void sent(Writing writing, Position reached) {
        if (!writing.send(false)) {
            isOurs = false;
            throw new IllegalStateException("another node keeps the search index by now");
        }
        position = reached;
    }

    private Writing writing() {
        return means.writing(position.index());
    }
}
