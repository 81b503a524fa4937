/**
 * The content of an article: {@link org.depesche.content.model.ArticleContent} in memory,
 * {@link org.depesche.content.model.ContentJsonMapper} as it is stored. This package reads no data. Stored JSON of an older
 * version can always be read: members are added, never renamed.
 */
@NullMarked
package org.depesche.content.model;

import org.jspecify.annotations.NullMarked;
