package org.depesche.platform.http;

import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;

import org.depesche.kernel.Uuid7;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A cache tag, which CDNs also call a surrogate key. A response carries the tags of everything that it shows. An entry of the
 * change log names the tags of the responses that it makes stale. This class alone knows how a tag is spelled.
 *
 * <p>
 * A tag is a word ({@code tags}), or a kind and an id ({@code tag:AZKfPHoAfD6dbA2PKnscEQ}). The tags are public: the header and
 * the change log show them.
 */
public record CacheTag(String text) implements Comparable<CacheTag> {

    /** The tag of every response that may change when any article is published, changed or withdrawn. */
    public static final CacheTag LIST_ALL = new CacheTag("list:all");
    /** The tag of every list of the articles with, or without, a lead image that may be shown. */
    public static final CacheTag LIST_BY_LEAD_IMAGE = new CacheTag("list:lead-image");
    /** The tag of every response that lists sites. */
    public static final CacheTag SITES = new CacheTag("sites");
    /** The tag of every response that lists categories. */
    public static final CacheTag CATEGORIES = new CacheTag("categories");
    /** The tag of every response that lists tags. */
    public static final CacheTag TAGS = new CacheTag("tags");
    /** The tag of every response that lists authors. */
    public static final CacheTag AUTHORS = new CacheTag("authors");
    /** The tag of every response that lists images. */
    public static final CacheTag IMAGES = new CacheTag("images");
    /** The tag of every response that lists collections. */
    public static final CacheTag COLLECTIONS = new CacheTag("collections");

    private static final String ARTICLE = "article";
    private static final String LIST = "list";

    /** Reads a tag as the change log has it. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CacheTag {
    }

    /** The tag of every response that shows the article. */
    public static CacheTag article(UUID id) {
        return of(ARTICLE, id);
    }

    /** Returns the id of the article of which this is the tag. */
    public Optional<UUID> articleId() {
        return text.startsWith(ARTICLE + ":") ? Uuid7.ofCompact(text.substring(ARTICLE.length() + 1)) : Optional.empty();
    }

    /** The tag of every response that is made for the site, because its URLs contain the site's URL. */
    public static CacheTag site(UUID id) {
        return of("site", id);
    }

    /** The tag of every response that shows the category. */
    public static CacheTag category(UUID id) {
        return of("category", id);
    }

    /** The tag of every response that shows the tag. */
    public static CacheTag tag(UUID id) {
        return of("tag", id);
    }

    /** The tag of every response that shows the author. */
    public static CacheTag author(UUID id) {
        return of("author", id);
    }

    /** The tag of every response that shows the image. */
    public static CacheTag image(UUID id) {
        return of("image", id);
    }

    /** The tag of every response that shows the collection. */
    public static CacheTag collection(UUID id) {
        return of("collection", id);
    }

    /** The tag of every list of the articles in a category. */
    public static CacheTag listOfCategory(UUID category) {
        return of("list:category", category);
    }

    /** The tag of every list of the articles with a tag. */
    public static CacheTag listOfTag(UUID tag) {
        return of("list:tag", tag);
    }

    /** The tag of every list of the articles by an author. */
    public static CacheTag listOfAuthor(UUID author) {
        return of("list:author", author);
    }

    /** The tag of every list of the articles of one month of publication, in the publication's zone. */
    public static CacheTag listOfMonth(YearMonth month) {
        return new CacheTag("list:month:" + month);
    }

    /** The tag of the related articles of every article in a category. */
    public static CacheTag relatedToCategory(UUID category) {
        return of("related:category", category);
    }

    private static CacheTag of(String kind, UUID id) {
        return new CacheTag(kind + ":" + Uuid7.compact(id));
    }

    /**
     * The tag of all responses of this kind: {@code list:all} for an article or a list of articles, {@code <kind>:all} for any
     * other tag with an id. A tag without an id is its own coarse tag.
     */
    public CacheTag coarse() {
        var kind = kind();
        if (kind.isEmpty()) {
            return this;
        }
        return kind.equals(ARTICLE) || kind.equals(LIST) ? LIST_ALL : new CacheTag(kind + ":all");
    }

    /** The part before the id. All lists are of one kind, because a change of an article may affect any of them. */
    public String kind() {
        var kind = text.substring(0, Math.max(text.lastIndexOf(':'), 0));
        return kind.equals(LIST) || kind.startsWith(LIST + ":") ? LIST : kind;
    }

    @Override
    public int compareTo(CacheTag other) {
        return text.compareTo(other.text);
    }

    @Override
    @JsonValue
    public String toString() {
        return text;
    }
}
