package org.depesche.content.editorial;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

import org.depesche.content.article.ArticleContent;
import org.depesche.content.vocabulary.Fingerprint;
import org.depesche.kernel.Slug;
import org.depesche.kernel.Uuid7;
import org.jspecify.annotations.Nullable;

/**
 * A record at the desk's door.
 *
 * @param newId its article's, if it makes one: given in the order of arrival
 * @param origin by what its article is known again, absent where the slug is
 */
record Arrival(ImportedArticle record, UUID newId, @Nullable UUID origin) {

    private static final String UNSPELLABLE = "article";

    static Arrival of(ImportedArticle record) {
        return new Arrival(record, Uuid7.next(), origin(record));
    }

    /**
     * What names neither origin nor slug is its own name: sent again it is known again, and two that only share their headline
     * stay two.
     */
    private static @Nullable UUID origin(ImportedArticle record) {
        var named = record.form().words().origin();
        if (named != null) {
            return hash(named);
        }
        return record.form().slug() == null ? Fingerprint.of("record\n" + HexFormat.of().formatHex(record.digest())) : null;
    }

    static UUID hash(ArticleContent.Origin origin) {
        return Fingerprint.of("origin\n" + origin.system() + "\n" + origin.id());
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
        return derivedSlug(form());
    }

    static Optional<String> derivedSlug(ArticleForm form) {
        return form.slug() != null ? Optional.empty()
                : Optional.ofNullable(form.words().headline()).map(headline -> Slug.from(headline, UNSPELLABLE));
    }
}
