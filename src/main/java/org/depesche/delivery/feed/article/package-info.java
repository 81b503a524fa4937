/**
 * One article in the formats of others: schema.org JSON-LD for search engines, Markdown for agents and static sites, ninjs for
 * agencies. This room reads public content only, through {@link org.depesche.content.article.Articles}, which cuts what the
 * caller may not read.
 */
@NullMarked
package org.depesche.delivery.feed.article;

import org.jspecify.annotations.NullMarked;
