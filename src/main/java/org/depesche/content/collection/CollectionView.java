package org.depesche.content.collection;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

import org.depesche.content.image.view.ImageView;
import org.depesche.content.site.Site;
import org.depesche.kernel.CollectionType;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A collection without its articles, as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CollectionEntry", description = "A list that the desk fills by hand, without its articles")
record CollectionView(
        @Schema(required = true, examples = "01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11") UUID id,
        @Schema(
                required = true,
                description = "Unique on its site. A former one redirects",
                examples = "front-page") String slug,
        @Schema(required = true, examples = "Startseite") String name,
        @Schema(
                implementation = CollectionType.class,
                required = true,
                description = "`list`, `dossier` or `series`; more may come.",
                examples = "list") String type,
        @Schema(examples = "Was jetzt wichtig ist") @Nullable String description,
        @Nullable ImageView image,
        @Schema(
                description = "Absent while the site has no address",
                examples = "https://www.example.org/collection/front-page") @Nullable URI url,
        @Schema(
                required = true,
                description = "The part of the address below that of the site",
                examples = "/collection/front-page") String path,
        @Schema(
                required = true,
                type = SchemaType.STRING,
                format = "date-time",
                description = "The desk's last change of it or its order",
                examples = "2024-10-21T09:30:00+02:00") Instant updatedAt) {

    static CollectionView of(Site site, CollectionMetadata collection, @Nullable ImageView image) {
        return new CollectionView(collection.id(), collection.slug(), collection.name(), collection.type().word(),
                collection.description(), image,
                site.collectionAddress(collection.slug()).orElse(null), Site.collectionPath(collection.slug()),
                collection.updatedAt());
    }
}
