package org.depesche.intake.importer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.depesche.content.projection.ArticleErased;
import org.depesche.platform.audit.CallerErased;

/** Removes erased articles from the rejections of imports, and erased callers from the imports that they sent. */
@ApplicationScoped
class ImportErasure {

    private final ImportRepository imports;
    private final RejectionRepository rejections;

    ImportErasure(ImportRepository imports, RejectionRepository rejections) {
        this.imports = imports;
        this.rejections = rejections;
    }

    void articleErased(@Observes ArticleErased event) {
        rejections.delete(event.keys());
    }

    void callerErased(@Observes CallerErased event) {
        imports.renameSubmitter(event.names(), CallerErased.ERASED_NAME);
    }
}
