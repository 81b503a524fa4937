package org.depesche.bootstrap.openapi;

import java.util.List;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Adds members that upper packages contribute to the views of lower packages. In the code, the lower packages cannot
 * refer to their types.
 */
final class ContributedMembers {

    private static final List<String> WITH_LATEST = List.of("CategoryNode");

    private ContributedMembers() {
    }

    static void apply(OpenAPI document) {
        var schemas = document.getComponents().getSchemas();
        WITH_LATEST.stream().filter(schemas::containsKey).map(name -> schemas.get(name).getProperties().get("latest"))
                .forEach(latest -> latest.items(OASFactory.createSchema().ref("#/components/schemas/ListedArticle")));
        addIncludes(schemas.get("Article"));
        schemas.get("ArticleCard").addProperty("attribution", attribution());
    }

    /** Adds the members of `include`. In the code, the article's record does not contain them. */
    private static void addIncludes(Schema article) {
        article.addProperty("bodyHtml", text("The body as one HTML string. With `include=bodyHtml`"))
                .addProperty("bodyText",
                        text("The body's words alone, paragraphs on lines of their own. With `include=bodyText`"))
                .addProperty("bodyMarkdown", text("The body as Markdown. With `include=bodyMarkdown`"))
                .addProperty("jsonLd", OASFactory.createSchema().addType(SchemaType.OBJECT)
                        .description("The description for search engines (schema.org). With `include=jsonLd`"))
                .addProperty("oembedLinks",
                        text("The elements `link` that announce oEmbed, for the head of the article's page. "
                                + "With `include=oembedLinks`"))
                .addProperty("related", OASFactory.createSchema().addType(SchemaType.ARRAY)
                        .description("The related-news feed, as `relatedStrategy`, `relatedLimit` and `relatedView` shape it. "
                                + "With `include=related`")
                        .items(OASFactory.createSchema().ref("#/components/schemas/RelatedItem")));
    }

    private static Schema attribution() {
        var uri = OASFactory.createSchema().addType(SchemaType.STRING).format("uri");
        return OASFactory.createSchema().addType(SchemaType.OBJECT)
                .description("Whom to name beside the article. With `usage=syndication`")
                .addProperty("name", text("The publication's name"))
                .addProperty("url", uri.description("The article at its home, or else the site"))
                .addProperty("logo", OASFactory.createSchema().addType(SchemaType.STRING).format("uri")
                        .description("The publication's logo"));
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }
}
