package org.depesche.content.article.view;

/** An article as a response shows it: as one of the views, or with the members that the client selected. */
public sealed interface ArticleRepresentation permits ArticleCard, ArticleSummary, Article, SelectedMembers {
}
