package org.depesche.content.editorial.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.body.html.Warning;
import org.depesche.content.body.html.Warnings;
import org.depesche.content.editorial.EditorialConfig;
import org.depesche.content.image.form.ImageFormReader;
import org.depesche.content.machineuse.MachineUse;
import org.depesche.content.machineuse.MachineUseReader;
import org.depesche.content.model.AiUse;
import org.depesche.content.model.ArticleAccess;
import org.depesche.content.model.ArticleContent;
import org.depesche.content.model.ArticleContent.Attribution;
import org.depesche.content.model.ArticleContent.Classification;
import org.depesche.content.model.ArticleContent.Distribution;
import org.depesche.content.model.ArticleContent.Story;
import org.depesche.content.model.ArticleType;
import org.depesche.content.model.ContentJsonMapper;
import org.depesche.content.model.ContentLimits;
import org.depesche.content.model.SyndicationLevel;
import org.depesche.platform.http.PublicationZone;
import org.depesche.platform.json.JsonForm;
import org.jspecify.annotations.Nullable;

/**
 * Reads the writing form of articles. It does not use the database, so that an import can read records on one thread and
 * write them on another.
 */
@ApplicationScoped
public class ArticleFormReader {

    private static final Map<String, String> TYPES = choices(ArticleType.WORDS);
    private static final Map<String, String> ACCESS = choices(ArticleAccess.WORDS);
    private static final Map<String, String> SYNDICATION = choices(SyndicationLevel.WORDS);
    private static final Map<String, String> AI = choices(AiUse.WORDS);

    private final EditorialConfig.Limits limits;
    private final ImageFormReader imageForms;
    private final PublicationZone zone;
    private final ContentJsonMapper json;

    ArticleFormReader(EditorialConfig config, ImageFormReader imageForms, PublicationZone zone, ContentJsonMapper json) {
        this.limits = config.limits();
        this.imageForms = imageForms;
        this.zone = zone;
        this.json = json;
    }

    /** Returns all errors and warnings with the form. */
    public ArticleForm read(JsonForm form) {
        var removed = form.removeForbiddenCharacters();
        var fields = new FormValueReader(form, zone);
        var body = new ArticleBodyReader(imageForms);
        var content = readContent(form, fields, body);
        var language = fields.language("language").orElse(null);
        var updatedAt = fields.time("updatedAt").orElse(null);
        return new ArticleForm(content, readPlacements(form, fields), readReferences(fields, body), language,
                form.slug("slug").orElse(null),
                updatedAt, form.errors(), warnings(removed, body.warnings()));
    }

    private static List<Warning> warnings(Map<String, Integer> removed, List<Warning> ofBody) {
        var all = new Warnings();
        removed.forEach((pointer, count) -> all.add(pointer, "removed " + count + (count == 1 ? " character" : " characters")
                + " that XML cannot carry"));
        ofBody.forEach(warning -> all.add(warning.pointer(), warning.detail()));
        return all.all();
    }

    private ArticleContent readContent(JsonForm form, FormValueReader fields, ArticleBodyReader body) {
        // The order of reading is the order of the errors in the response.
        var type = form.choice("type", TYPES).orElse(ArticleType.NEWS.word());
        var access = form.choice("access", ACCESS).orElse(ArticleAccess.FREE.word());
        var text = new Story(text(form, "kicker", limits.kicker()), visible(form, "headline", limits.headline()),
                visible(form, "shortHeadline", limits.shortHeadline()), text(form, "teaser", limits.teaser()),
                form.object("image").flatMap(body::readImage).orElse(null), List.of(), List.of(), List.of());
        var advertising = form.object("advertising").map(this::readAdvertising).orElse(null);
        var source = form.object("source").flatMap(this::readSource).orElse(null);
        var sensitive = form.flag("sensitive").orElse(false);
        var rights = form.object("rights").map(this::readRights).orElse(null);
        var production = form.object("production").flatMap(this::readProduction).orElse(null);
        var story = text.withBody(json.preSerialized(body.readBlocks(form))).withLinks(readLinks(form))
                .withCorrections(readCorrections(form));
        return new ArticleContent(new Classification(type, "", access, sensitive, List.of(), List.of(), List.of()), story,
                new Attribution(source, rights, advertising, production), readDistribution(form, fields));
    }

    private Distribution readDistribution(JsonForm form, FormValueReader fields) {
        return new Distribution(form.object("seo").map(this::readSeo).orElse(null), null, fields.aliases(limits.aliases()),
                fields.time("publishedAt").orElse(null), fields.time("embargoUntil").orElse(null),
                form.object("origin").flatMap(this::readOrigin).orElse(null));
    }

    private ArticleForm.Placements readPlacements(JsonForm form, FormValueReader fields) {
        var placements = form.objects("placements", limits.placements()).stream().map(this::readPlacement)
                .flatMap(Optional::stream)
                .toList();
        return new ArticleForm.Placements(fields.reference("category").orElse(null),
                fields.references("categories", limits.categories()),
                placements);
    }

    private Optional<ArticleForm.PlacementForm> readPlacement(JsonForm form) {
        form.require("site", "category");
        var fields = new FormValueReader(form, zone);
        var site = fields.reference("site");
        var category = fields.reference("category");
        return site.isPresent() && category.isPresent() ? Optional.of(new ArticleForm.PlacementForm(site.get(), category.get()))
                : Optional.empty();
    }

    private ArticleForm.References readReferences(FormValueReader fields, ArticleBodyReader body) {
        return new ArticleForm.References(fields.references("tags", limits.tags()),
                fields.references("authors", limits.authors()),
                fields.reference("translationOf").orElse(null), body.images(), body.imagePointers(), body.articles());
    }

    private ArticleContent.Advertising readAdvertising(JsonForm form) {
        return new ArticleContent.Advertising(text(form, "label", limits.name()),
                form.object("sponsor").flatMap(this::readSponsor).orElse(null));
    }

    private Optional<ArticleContent.Sponsor> readSponsor(JsonForm form) {
        form.require("name");
        var url = form.httpUrl("url").orElse(null);
        return form.visibleText("name", limits.name()).map(name -> new ArticleContent.Sponsor(name, url));
    }

    private Optional<ArticleContent.Source> readSource(JsonForm form) {
        form.require("name");
        var url = form.httpUrl("url").orElse(null);
        return form.visibleText("name", limits.name()).map(name -> new ArticleContent.Source(name, url));
    }

    private ArticleContent.Rights readRights(JsonForm form) {
        return new ArticleContent.Rights(text(form, "copyright", limits.note()), form.httpUrl("licenseUrl").orElse(null),
                form.choice("syndication", SYNDICATION).orElse(null),
                Optional.of(MachineUseReader.read(form)).filter(policy -> !policy.equals(MachineUse.NONE)).orElse(null));
    }

    private Optional<ArticleContent.Production> readProduction(JsonForm form) {
        form.require("ai");
        var note = text(form, "note", limits.note());
        var isReviewed = form.flag("reviewed").orElse(false);
        return form.choice("ai", AI).map(ai -> new ArticleContent.Production(ai, note, isReviewed));
    }

    private ArticleContent.Seo readSeo(JsonForm form) {
        return new ArticleContent.Seo(text(form, "title", limits.name()), text(form, "description", limits.note()),
                form.flag("noindex").orElse(false));
    }

    private Optional<ArticleContent.Origin> readOrigin(JsonForm form) {
        form.require("system", "id");
        var system = form.text("system", ContentLimits.ORIGIN_SYSTEM);
        var id = form.text("id", ContentLimits.ORIGIN_ID);
        var url = form.httpUrl("url").orElse(null);
        var guid = form.text("guid", ContentLimits.ORIGIN_GUID).orElse(null);
        return system.isPresent() && id.isPresent()
                ? Optional.of(new ArticleContent.Origin(system.get(), id.get(), url, guid))
                : Optional.empty();
    }

    private List<ArticleContent.Link> readLinks(JsonForm form) {
        return form.objects("links", limits.links()).stream().map(this::readLink).flatMap(Optional::stream).toList();
    }

    private Optional<ArticleContent.Link> readLink(JsonForm form) {
        form.require("title", "url");
        var title = form.text("title", limits.name());
        var url = form.httpUrl("url", "http", "https", "mailto");
        return title.isPresent() && url.isPresent() ? Optional.of(new ArticleContent.Link(title.get(), url.get()))
                : Optional.empty();
    }

    private List<ArticleContent.Correction> readCorrections(JsonForm form) {
        return form.objects("corrections", limits.corrections()).stream().map(this::readCorrection).flatMap(Optional::stream)
                .toList();
    }

    private Optional<ArticleContent.Correction> readCorrection(JsonForm form) {
        form.require("at", "note");
        var at = new FormValueReader(form, zone).time("at");
        var note = form.text("note", limits.note());
        return at.isPresent() && note.isPresent() ? Optional.of(new ArticleContent.Correction(at.get(), note.get()))
                : Optional.empty();
    }

    private static @Nullable String text(JsonForm form, String member, int max) {
        return form.text(member, max).orElse(null);
    }

    private static @Nullable String visible(JsonForm form, String member, int max) {
        return form.visibleText(member, max).orElse(null);
    }

    private static Map<String, String> choices(List<String> words) {
        var map = new LinkedHashMap<String, String>();
        words.forEach(word -> map.put(word, word));
        return Collections.unmodifiableMap(map);
    }
}
