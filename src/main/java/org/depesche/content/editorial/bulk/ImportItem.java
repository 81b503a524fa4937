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
 * A record at the desk's door.
 *
 * @param newId its article's, if it makes one: given in the order of arrival
 * @param origin by what its article is known again, absent where the slug is
 */
public record ImportItem(ArticleImporter.ImportRecord record, UUID newId, @Nullable UUID originHash) {

    static ImportItem of(ArticleImporter.ImportRecord record) {
        return new ImportItem(record, Uuid7.next(), hashOrigin(record));
    }

    /**
     * What names neither origin nor slug is its own name: sent again it is known again, and two that only share their headline
     * stay two.
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

    /** The slug its headline makes, where it says none itself. */
    Optional<String> derivedSlug() {
        return form().derivedSlug();
    }
}
