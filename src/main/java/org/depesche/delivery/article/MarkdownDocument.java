package org.depesche.delivery.article;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.view.SyndicatedArticle;
import org.depesche.content.machineuse.MachineUse;
import org.depesche.content.site.Site;
import org.depesche.delivery.feed.format.AdvertisingLabels;
import org.depesche.delivery.feed.format.BodyImages;
import org.depesche.platform.http.PublicationZone;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Writes an article as Markdown with front matter in YAML, for agents and static sites. */
@ApplicationScoped
class MarkdownDocument {

    /** What YAML has no place for (YAML 1.2, section 5.1), and JSON does not escape. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\x7F-\\x84\\x86-\\x9F\\uFFFE\\uFFFF]");

    private final ObjectMapper mapper;
    private final PublicationZone zone;

    MarkdownDocument(ObjectMapper mapper, PublicationZone zone) {
        this.mapper = mapper;
        this.zone = zone;
    }

    String of(Site site, SyndicatedArticle article) {
        var card = article.card();
        var summary = article.summary();
        var text = new StringBuilder("---\n");
        add(text, "id", card.id());
        add(text, "title", AdvertisingLabels.title(article));
        add(text, "kicker", card.kicker());
        add(text, "description", summary.teaser());
        add(text, "date", zone.format(card.publishedAt()));
        add(text, "updated", zone.format(card.updatedAt()));
        add(text, "language", card.language());
        add(text, "authors", summary.authors().stream().map(author -> author.name()).toList());
        add(text, "publisher", site.name());
        add(text, "canonical", card.canonicalUrl());
        add(text, "category", card.category() == null ? null : card.category().name());
        add(text, "tags", summary.tags().stream().map(tag -> tag.name()).toList());
        add(text, "access", card.access());
        add(text, "truncated", article.isTruncated() ? true : null);
        add(text, "source", summary.source() == null ? null : summary.source().name());
        add(text, "copyright", summary.rights() == null ? null : summary.rights().copyright());
        add(text, "license", summary.rights() == null ? null : summary.rights().licenseUrl());
        add(text, "machineUse", article.machineUse().equals(MachineUse.NONE) ? null : article.machineUse());
        add(text, "ai", article.production() == null ? null : article.production().ai());
        var advertising = AdvertisingLabels.of(article);
        add(text, "advertising", advertising == null ? null : advertising.text());
        text.append("---\n\n# ").append(InlineMarkdown.escape(AdvertisingLabels.title(article))).append("\n\n");
        Optional.ofNullable(summary.teaser()).map(InlineMarkdown::escape)
                .ifPresent(teaser -> text.append(InlineMarkdown.emphasized("**", teaser)).append("\n\n"));
        Optional.ofNullable(card.image()).filter(image -> !BodyImages.contain(article.body(), image)).map(Markdown::image)
                .filter(image -> !image.isBlank())
                .ifPresent(image -> text.append(image).append("\n\n"));
        return text.append(Markdown.of(article.body())).append('\n').toString();
    }

    /** Adds a member with its value as JSON, because every JSON value is a YAML value. */
    private void add(StringBuilder text, String name, @Nullable Object value) {
        if (value == null || value instanceof List<?> list && list.isEmpty()) {
            return;
        }
        try {
            var json = mapper.writeValueAsString(value);
            text.append(name).append(": ").append(UNPRINTABLE.matcher(json).replaceAll("")).append('\n');
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
