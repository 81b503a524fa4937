package org.depesche.intake.importer;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.http.Addresses;
import org.depesche.platform.http.Inputs;
import org.depesche.platform.http.Provenance;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.page.Page;
import org.depesche.platform.page.Slice;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/** Reads imports and what they rejected, one by one and page by page. */
@ApplicationScoped
class ImportPages {

    private static final String NEWEST = "-id";
    private static final String LINE = "line";

    private final ImportRepository imports;
    private final RejectionRepository rejections;
    private final PublicationZone zone;
    private final Addresses addresses;
    private final Provenance provenance;
    private final Inputs inputs;

    ImportPages(ImportRepository imports, RejectionRepository rejections, PublicationZone zone, Addresses addresses,
            Provenance provenance, Inputs inputs) {
        this.imports = imports;
        this.rejections = rejections;
        this.zone = zone;
        this.addresses = addresses;
        this.provenance = provenance;
        this.inputs = inputs;
    }

    @Transactional
    public ImportView one(String id) {
        return ImportView.of(run(id), zone);
    }

    @Transactional
    public ImportList all(ImportListParameters parameters) {
        var query = parameters.page(inputs, NEWEST, "");
        var isCounted = parameters.isCounted(inputs);
        inputs.verify();
        var key = query.key().stream().map(UUID::fromString).findFirst();
        var rows = query.isBackwards() ? imports.after(key.orElseThrow(), query.fetch())
                : imports.before(key.orElse(null), query.fetch());
        var slice = query.slice(rows, run -> List.of(run.id().toString()));
        var page = page(slice);
        return new ImportList(views(slice.rows(), run -> ImportView.of(run, zone)),
                isCounted ? page.withTotal(imports.count()) : page);
    }

    @Transactional
    public RejectionList rejections(String id, ImportListParameters parameters) {
        var query = parameters.page(inputs, LINE, id);
        var isCounted = parameters.isCounted(inputs);
        inputs.verify();
        var run = run(id);
        var line = query.key().stream().mapToLong(Long::parseLong).findFirst().orElse(0);
        var rows = query.isBackwards() ? rejections.before(run.id(), line, query.fetch())
                : rejections.after(run.id(), line, query.fetch());
        var slice = query.slice(rows, rejection -> List.of(Long.toString(rejection.line())));
        var page = page(slice);
        return new RejectionList(views(slice.rows(), RejectionView::of),
                isCounted ? page.withTotal(run.counts().rejected()) : page);
    }

    private ImportRun run(String id) {
        return Uuid7.parse(id).flatMap(imports::byId)
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "There is no import with this id."));
    }

    private Page page(Slice<?> slice) {
        var page = Page.of(slice, cursor -> addresses.with("cursor", cursor));
        page.following().ifPresent(next -> provenance.link("next", next));
        page.preceding().ifPresent(previous -> provenance.link("prev", previous));
        return page;
    }

    private static <R, V> List<V> views(List<R> rows, Function<R, V> view) {
        return rows.stream().map(view).toList();
    }
}
