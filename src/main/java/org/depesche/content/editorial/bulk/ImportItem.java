package org.depesche.content.editorial.bulk;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

import org.depesche.content.editorial.WorkingCopyMetadata;
import org.depesche.content.editorial.form.ArticleForm;
import org.depesche.content.taxonomy.Fingerprint;
import org.depesche.kernel.Uuid7;
import org.jspecify.annotations.Nullable;

/**
 * A record of an import.
 *
 * @param newId the id of the article if the record creates one; ids follow the order of records
 * @param originHash identifies the article; absent if the slug identifies it
 */
public record ImportItem(ArticleImporter.ImportRecord record, UUID newId, @Nullable UUID originHash) {

    static ImportItem of(ArticleImporter.ImportRecord record) {
        return new ImportItem(record, Uuid7.next(), hashOrigin(record));
    }

    /**
     * A record without origin and slug is identified by its digest: the same record finds its article again, and two records
     * with one headline stay two articles.
     */
    private static @Nullable UUID hashOrigin(ArticleImporter.ImportRecord record) {
        var named = record.form().content().distribution().origin();
        if (named != null) {
            return WorkingCopyMetadata.ImportOrigin.hash(named);
        }
        return record.form().slug() == null ? Fingerprint.of("record\n" + HexFormat.of().formatHex(record.digest())) : null;
    }

    ArticleForm form() {
        return record.form();
    }

    boolean isReadable() {
        return form().errors().isEmpty();
    }

    Optional<String> slug() {
        return Optional.ofNullable(form().slug());
    }

    /** Returns the slug made from the headline, if the record names no slug. */
    Optional<String> derivedSlug() {
        return form().derivedSlug();
    }
}
