package org.depesche.delivery.search;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.Articles;
import org.depesche.content.article.Presentation;
import org.depesche.content.site.Site;
import org.depesche.delivery.search.Found.Hit;
import org.depesche.delivery.search.Found.Wording;
import org.depesche.delivery.search.SearchItem.Highlights;
import org.depesche.delivery.search.language.Languages;
import org.depesche.delivery.search.language.QueryWords;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Shows hits as the articles they are: what is not public any more is left out, whatever the index still says. */
@ApplicationScoped
class FoundArticles {

    private static final double CENT = 100;

    private final Articles articles;
    private final Languages languages;
    private final ObjectMapper mapper;

    FoundArticles(Articles articles, Languages languages, ObjectMapper mapper) {
        this.articles = articles;
        this.languages = languages;
        this.mapper = mapper;
    }

    List<Object> of(Site site, Found found, QueryWords query, Presentation presentation) {
        var documents = articles.documents(site, found.hits().stream().map(Hit::id).toList(), presentation);
        var marks = new Marks(query, languages);
        return found.hits().stream().filter(hit -> documents.containsKey(hit.id()))
                .<Object> map(hit -> item(mapper.valueToTree(documents.get(hit.id())), hit, marks)).toList();
    }

    private ObjectNode item(ObjectNode article, Hit hit, Marks marks) {
        article.put("score", Math.round(hit.score() * CENT) / CENT);
        article.set("highlights", mapper.valueToTree(highlights(hit.wording(), marks)));
        return article;
    }

    private static Highlights highlights(Wording wording, Marks marks) {
        return new Highlights(some(marks.whole(wording.headline(), wording.language())),
                some(marks.whole(wording.kicker(), wording.language())),
                some(marks.whole(wording.teaser(), wording.language())),
                some(marks.passage(wording.body(), wording.language())));
    }

    private static @Nullable String some(String text) {
        return Optional.of(text).filter(words -> !words.isEmpty()).orElse(null);
    }
}
