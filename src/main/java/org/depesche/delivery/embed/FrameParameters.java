package org.depesche.delivery.embed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.depesche.content.article.list.ArticleListParameters;
import org.depesche.kernel.LanguageTag;
import org.depesche.platform.http.request.QueryParameter;
import org.depesche.platform.http.request.QueryParameter.WithDefault;
import org.depesche.platform.http.request.QueryParameters;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The parameters of the page for frames beside the filters of the article list, as the client sent them. */
record FrameParameters(
        @RestQuery @Nullable List<String> ids,
        @RestQuery @Nullable String limit,
        @RestQuery @Nullable String layout,
        @RestQuery @Nullable String theme,
        @RestQuery @Nullable String images,
        @RestQuery @Nullable String teaser,
        @RestQuery @Nullable String lang) {

    static final QueryParameter<Set<UUID>> IDS = ArticleListParameters.IDS;
    static final WithDefault<Integer> LIMIT = QueryParameter.whole("limit", 1, 100)
            .describe("How many articles, 1 to 100; 5 by default.", "5").otherwise(5);
    static final WithDefault<Layout> LAYOUT = QueryParameter.oneOf("layout", Layout.values())
            .describe("`list` (default): one below the other. `cards`: as many columns as there is room for.", "cards")
            .otherwise(Layout.LIST);
    static final WithDefault<Theme> THEME = QueryParameter.oneOf("theme", Theme.values())
            .describe("`light` (default), `dark`, or `auto` for what the reader prefers.", "auto").otherwise(Theme.LIGHT);
    static final WithDefault<Images> IMAGES = QueryParameter.oneOf("images", Images.values())
            .describe("Whether lead images are shown: `show` (default) or `none`.", "none").otherwise(Images.SHOW);
    static final WithDefault<Boolean> TEASER = QueryParameter.flag("teaser")
            .describe("Whether teasers are shown; `false` by default.", "true").otherwise(false);
    static final QueryParameter<String> LANG = QueryParameter
            .text("lang", LanguageTag.MAX_LENGTH, LanguageTag::normalize, "`lang` is a language tag (BCP 47), as `de`.")
            .describe("Language of the labels: `de`, and English for all others. Absent: the site's.", "de");

    /** The look as attributes of the element. */
    Map<String, String> attributes(QueryParameters inputs) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("limit", String.valueOf(inputs.read(LIMIT, limit)));
        attributes.put("layout", LAYOUT.parameter().values().show(inputs.read(LAYOUT, layout)).toString());
        attributes.put("theme", THEME.parameter().values().show(inputs.read(THEME, theme)).toString());
        if (inputs.read(IMAGES, images) == Images.NONE) {
            attributes.put("images", "none");
        }
        if (inputs.read(TEASER, teaser)) {
            attributes.put("teaser", "");
        }
        return attributes;
    }

    boolean hasIds() {
        return QueryParameters.isGiven(ids);
    }

    List<UUID> chosen(QueryParameters inputs) {
        return List.copyOf(inputs.choices(IDS, ids));
    }

    /** How the articles are arranged. */
    enum Layout {
        LIST,
        CARDS
    }

    /** The colors. */
    enum Theme {
        LIGHT,
        DARK,
        AUTO
    }

    /** Whether lead images are shown. */
    enum Images {
        SHOW,
        NONE
    }
}
