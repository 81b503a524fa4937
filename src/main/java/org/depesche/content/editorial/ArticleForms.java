package org.depesche.content.editorial;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.article.ArticleContent;
import org.depesche.content.article.ArticleType;
import org.depesche.content.article.StoredJson;
import org.depesche.content.image.ImageForms;
import org.depesche.platform.form.Form;
import org.depesche.platform.http.PublicationZone;
import org.jspecify.annotations.Nullable;

/**
 * Reads articles in their writing form. Pure work of the processor, without the database, so that an import can read on
 * one thread what it writes on another.
 */
@ApplicationScoped
public class ArticleForms {

    private static final Map<String, String> TYPES = words(ArticleType.WORDS);
    private static final Map<String, String> ACCESS = words(List.of("free", "registered", "subscribers"));
    private static final Map<String, String> SYNDICATION = words(List.of("full", "teaser", "none"));
    private static final int MAX_SYSTEM = 100;
    private static final int MAX_ORIGIN = 1_000;

    private final EditorialConfig.Limits limits;
    private final ImageForms imageForms;
    private final PublicationZone zone;
    private final StoredJson json;

    ArticleForms(EditorialConfig config, ImageForms imageForms, PublicationZone zone, StoredJson json) {
        this.limits = config.limits();
        this.imageForms = imageForms;
        this.zone = zone;
        this.json = json;
    }

    /** Every mistake and every warning is in what comes back. */
    public ArticleForm read(Form form) {
        var members = new Members(form, zone);
        var body = new BodyDraft(imageForms);
        var content = content(form, members, body);
        var language = members.language("language").orElse(null);
        var updatedAt = members.time("updatedAt").orElse(null);
        return new ArticleForm(content, places(form, members), names(members, body), language, form.slug("slug").orElse(null),
                updatedAt, form.errors(), body.warnings());
    }

    private ArticleContent content(Form form, Members members, BodyDraft body) {
        return new ArticleContent(form.choice("type", TYPES).orElse(ArticleType.NEWS), "",
                form.choice("access", ACCESS).orElse("free"),
                text(form, "kicker", limits.kicker()), text(form, "headline", limits.headline()),
                text(form, "shortHeadline", limits.shortHeadline()), text(form, "teaser", limits.teaser()), List.of(),
                form.object("image").flatMap(body::use).orElse(null),
                form.object("advertising").map(this::advertising).orElse(null),
                List.of(), List.of(), form.object("source").flatMap(this::source).orElse(null),
                form.flag("sensitive").orElse(false), form.object("rights").map(this::rights).orElse(null),
                json.prepared(body.blocks(form, "body")),
                links(form), corrections(form), form.object("seo").map(this::seo).orElse(null), null,
                members.aliases(limits.aliases()),
                members.time("publishedAt").orElse(null), members.time("embargoUntil").orElse(null),
                form.object("origin").flatMap(this::origin).orElse(null));
    }

    private ArticleForm.Places places(Form form, Members members) {
        var placements = form.objects("placements", limits.placements()).stream().map(this::placement).flatMap(Optional::stream)
                .toList();
        return new ArticleForm.Places(members.ref("category").orElse(null), members.refs("categories", limits.categories()),
                placements);
    }

    private Optional<ArticleForm.PlacementForm> placement(Form form) {
        form.require("site", "category");
        var members = new Members(form, zone);
        var site = members.ref("site");
        var category = members.ref("category");
        return site.isPresent() && category.isPresent() ? Optional.of(new ArticleForm.PlacementForm(site.get(), category.get()))
                : Optional.empty();
    }

    private ArticleForm.Names names(Members members, BodyDraft body) {
        return new ArticleForm.Names(members.refs("tags", limits.tags()), members.refs("authors", limits.authors()),
                members.ref("translationOf").orElse(null), body.images(), body.places(), body.articles());
    }

    private ArticleContent.Advertising advertising(Form form) {
        return new ArticleContent.Advertising(text(form, "label", limits.name()),
                form.object("sponsor").flatMap(this::sponsor).orElse(null));
    }

    private Optional<ArticleContent.Sponsor> sponsor(Form form) {
        form.require("name");
        var url = form.httpUrl("url").orElse(null);
        return form.text("name", limits.name()).map(name -> new ArticleContent.Sponsor(name, url));
    }

    private Optional<ArticleContent.Source> source(Form form) {
        form.require("name");
        var url = form.httpUrl("url").orElse(null);
        return form.text("name", limits.name()).map(name -> new ArticleContent.Source(name, url));
    }

    private ArticleContent.Rights rights(Form form) {
        return new ArticleContent.Rights(text(form, "copyright", limits.note()), form.httpUrl("licenseUrl").orElse(null),
                form.choice("syndication", SYNDICATION).orElse(null));
    }

    private ArticleContent.Seo seo(Form form) {
        return new ArticleContent.Seo(text(form, "title", limits.name()), text(form, "description", limits.note()),
                form.flag("noindex").orElse(false));
    }

    private Optional<ArticleContent.Origin> origin(Form form) {
        form.require("system", "id");
        var system = form.text("system", MAX_SYSTEM);
        var id = form.text("id", MAX_ORIGIN);
        var url = form.httpUrl("url").orElse(null);
        return system.isPresent() && id.isPresent() ? Optional.of(new ArticleContent.Origin(system.get(), id.get(), url))
                : Optional.empty();
    }

    private List<ArticleContent.Link> links(Form form) {
        return form.objects("links", limits.links()).stream().map(this::link).flatMap(Optional::stream).toList();
    }

    private Optional<ArticleContent.Link> link(Form form) {
        form.require("title", "url");
        var title = form.text("title", limits.name());
        var url = form.httpUrl("url", "http", "https", "mailto");
        return title.isPresent() && url.isPresent() ? Optional.of(new ArticleContent.Link(title.get(), url.get()))
                : Optional.empty();
    }

    private List<ArticleContent.Correction> corrections(Form form) {
        return form.objects("corrections", limits.corrections()).stream().map(this::correction).flatMap(Optional::stream)
                .toList();
    }

    private Optional<ArticleContent.Correction> correction(Form form) {
        form.require("at", "note");
        var at = new Members(form, zone).time("at");
        var note = form.text("note", limits.note());
        return at.isPresent() && note.isPresent() ? Optional.of(new ArticleContent.Correction(at.get(), note.get()))
                : Optional.empty();
    }

    private static @Nullable String text(Form form, String member, int max) {
        return form.text(member, max).orElse(null);
    }

    private static Map<String, String> words(List<String> words) {
        var map = new LinkedHashMap<String, String>();
        words.forEach(word -> map.put(word, word));
        return Collections.unmodifiableMap(map);
    }
}
