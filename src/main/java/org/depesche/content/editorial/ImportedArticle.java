package org.depesche.content.editorial;

/**
 * One record of an import.
 *
 * @param digest the SHA-256 of the record: two that say the same have the same
 */
public record ImportedArticle(ArticleForm form, byte[] digest) {
}
