package org.depesche.content.collection.desk;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.depesche.content.collection.CollectionMetadata;
import org.depesche.content.site.Site;
import org.depesche.kernel.CollectionType;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.page.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A page of collections, as the editorial API shows it. */
@Schema(name = "EditorialCollectionList", description = "One page of a site's collections, by name")
record EditorialCollectionList(@Schema(required = true) List<Entry> items, @Schema(required = true) Page page) {

    EditorialCollectionList {
        items = List.copyOf(items);
    }

    /** A collection without its articles. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "EditorialCollectionEntry", description = "A collection without its articles")
    record Entry(
            @Schema(required = true) UUID id,
            @Schema(required = true, examples = "default") String site,
            @Schema(required = true, examples = "front-page") String slug,
            @Schema(required = true, examples = "Startseite") String name,
            @Schema(implementation = CollectionType.class, required = true,
                    description = "`list`, `dossier` or `series`; more may come.",
                    examples = "list") String type,
            @Schema(examples = "Was jetzt wichtig ist") @Nullable String description,
            @Schema(required = true, description = "With those that are not public", examples = "12") int articleCount,
            @Schema(required = true, examples = "2026-01-15T10:30:00+01:00") OffsetDateTime createdAt,
            @Schema(required = true, examples = "2026-01-15T10:30:00+01:00") OffsetDateTime updatedAt) {

        static Entry of(Site site, CollectionMetadata collection, int articles, PublicationZone zone) {
            return new Entry(collection.id(), site.slug(), collection.slug(), collection.name(), collection.type().word(),
                    collection.description(),
                    articles, zone.toOffsetDateTime(collection.createdAt()), zone.toOffsetDateTime(collection.updatedAt()));
        }
    }
}
