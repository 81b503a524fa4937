package org.depesche.intake.importer;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.http.request.QueryParameters;
import org.depesche.platform.page.Page;
import org.depesche.platform.page.PageLinks;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reads single imports, and pages of imports and rejections. */
@ApplicationScoped
class ImportPages {

    private static final String SORT_NEWEST = "-id";
    private static final String SORT_LINE = "line";

    private final ImportRepository imports;
    private final RejectionRepository rejections;
    private final PublicationZone zone;
    private final PageLinks pages;
    private final QueryParameters queryParameters;

    ImportPages(ImportRepository imports, RejectionRepository rejections, PublicationZone zone, PageLinks pages,
            QueryParameters queryParameters) {
        this.imports = imports;
        this.rejections = rejections;
        this.zone = zone;
        this.pages = pages;
        this.queryParameters = queryParameters;
    }

    @Transactional
    public ImportView find(String id) {
        return ImportView.of(findRun(id), zone);
    }

    @Transactional
    public ImportList list(ImportListParameters parameters) {
        var query = parameters.page(queryParameters, SORT_NEWEST, "");
        var isCounted = parameters.isCounted(queryParameters);
        queryParameters.verify();
        var key = query.key().stream().findFirst().map(id -> query.key(0, UUID::fromString));
        var rows = query.isBackwards() ? imports.after(key.orElseThrow(), query.fetchSize())
                : imports.before(key.orElse(null), query.fetchSize());
        var slice = query.slice(rows, run -> List.of(run.id().toString()));
        return new ImportList(views(slice.rows(), run -> ImportView.of(run, zone)),
                pages.pageWithTotal(slice, isCounted, () -> imports.count()));
    }

    @Transactional
    public RejectionList rejections(String id, ImportListParameters parameters) {
        var query = parameters.page(queryParameters, SORT_LINE, id);
        var isCounted = parameters.isCounted(queryParameters);
        queryParameters.verify();
        var run = findRun(id);
        var line = query.key().isEmpty() ? 0 : query.key(0, Long::parseLong);
        var rows = query.isBackwards() ? rejections.before(run.id(), line, query.fetchSize())
                : rejections.after(run.id(), line, query.fetchSize());
        var slice = query.slice(rows, rejection -> List.of(Long.toString(rejection.line())));
        return new RejectionList(views(slice.rows(), RejectionView::of),
                pages.pageWithTotal(slice, isCounted, () -> run.counts().rejected()));
    }

    private ImportRun findRun(String id) {
        return Uuid7.parse(id).flatMap(imports::byId)
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "There is no import with this id."));
    }

    private static <R, V> List<V> views(List<R> rows, Function<R, V> view) {
        return rows.stream().map(view).toList();
    }

    @Schema(name = "ImportList", description = "Imports, newest first")
    record ImportList(@Schema(required = true) List<ImportView> items, @Schema(required = true) Page page) {

        ImportList {
            items = List.copyOf(items);
        }
    }

    @Schema(name = "RejectionList", description = "Records that were not taken, in the order of their lines")
    record RejectionList(@Schema(required = true) List<RejectionView> items, @Schema(required = true) Page page) {

        RejectionList {
            items = List.copyOf(items);
        }
    }
}
