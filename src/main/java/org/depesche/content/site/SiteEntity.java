package org.depesche.content.site;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.depesche.content.machineuse.MachineUse;
import org.depesche.content.machineuse.MachineUseConverter;
import org.depesche.content.taxonomy.ChangeKind;
import org.depesche.kernel.LanguageTag;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.http.PublicationZone;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of the {@code site} table. */
@Entity
@Table(name = "site")
class SiteEntity {

    static final String DEFAULT_SLUG = "default";

    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(columnDefinition = "binary(16)")
    private UUID id = Uuid7.next();

    private String slug = DEFAULT_SLUG;
    private String name = "Depesche";
    private @Nullable String url;
    private String language = "de";

    @Column(name = "article_url")
    private String articleUrl = Site.DEFAULT_ARTICLE_URL;

    @Column(name = "preview_url")
    private @Nullable String previewUrl;

    @Column(name = "machine_use", columnDefinition = "text")
    @Convert(converter = MachineUseConverter.class)
    private MachineUse machineUse = MachineUse.NONE;

    @Column(name = "former_urls", columnDefinition = "text")
    private String formerUrls = "";

    @Column(name = "former_article_urls", columnDefinition = "text")
    private String formerArticleUrls = "";

    @Column(name = "is_default")
    private boolean byDefault;

    @Version
    private long version;

    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    static SiteEntity defaultSite(Instant now) {
        var site = new SiteEntity();
        site.byDefault = true;
        site.createdAt = now;
        site.updatedAt = now;
        return site;
    }

    SiteEvent createdEvent() {
        return new SiteEvent(ChangeKind.CREATED, id, slug, List.of());
    }

    /** Applies the configuration. The event names the changed members. */
    SiteEvent applyConfig(SiteConfig config, Instant now) {
        var before = site(ZoneId.of("UTC"));
        config.name().ifPresent(configured -> name = configured);
        config.url().ifPresent(configured -> url = withoutSlash(configured));
        config.articleUrl().map(UrlTemplateValidator::encode).ifPresent(configured -> articleUrl = configured);
        config.language().flatMap(LanguageTag::normalize).ifPresent(configured -> language = configured);
        var changed = differences(before, site(ZoneId.of("UTC")));
        if (!changed.isEmpty()) {
            updatedAt = now;
            rememberFormerUrls(before);
        }
        return new SiteEvent(ChangeKind.UPDATED, id, slug, changed);
    }

    boolean hasUrl() {
        return url != null;
    }

    /** Sets the name and the URL. The event names the changed members. */
    SiteEvent introduce(String newName, URI newUrl, Instant now) {
        return update(new SiteForm(null, newName, URI.create(withoutSlash(newUrl)), language, articleUrl, previewUrl,
                machineUse), now);
    }

    static SiteEntity of(String slug, SiteForm form, Instant now) {
        var site = new SiteEntity();
        site.slug = slug;
        site.apply(form);
        site.createdAt = now;
        site.updatedAt = now;
        return site;
    }

    /** Applies a form. An equal form changes nothing, not even the version. */
    SiteEvent update(SiteForm form, Instant now) {
        var before = site(ZoneId.of("UTC"));
        apply(form);
        var changed = differences(before, site(ZoneId.of("UTC")));
        if (!changed.isEmpty()) {
            updatedAt = now;
            rememberFormerUrls(before);
        }
        return new SiteEvent(ChangeKind.UPDATED, id, slug, changed);
    }

    /** Records the former URLs, except for those of a site that was just created: nobody links to them. */
    private void rememberFormerUrls(Site before) {
        if (createdAt.isBefore(updatedAt)) {
            formerUrls = FormerSiteUrls.with(formerUrls, before.url() == null ? null : before.url().toString(), url);
            formerArticleUrls = FormerSiteUrls.with(formerArticleUrls, before.articleUrl(), articleUrl);
        }
    }

    SiteEvent deletedEvent() {
        return new SiteEvent(ChangeKind.DELETED, id, slug, List.of());
    }

    private void apply(SiteForm form) {
        name = form.name();
        url = form.url() == null ? null : form.url().toString();
        language = form.language();
        articleUrl = form.articleUrl();
        previewUrl = form.previewUrl();
        machineUse = form.machineUse();
    }

    /** Returns the members that the configuration sets and the form would change. */
    List<String> membersSetByConfig(SiteConfig config, SiteForm form) {
        var set = new ArrayList<String>();
        config.name().filter(value -> !value.equals(form.name())).ifPresent(value -> set.add("name"));
        config.url().map(SiteEntity::withoutSlash)
                .filter(value -> form.url() == null || !value.equals(form.url().toString()))
                .ifPresent(value -> set.add("url"));
        config.language().flatMap(LanguageTag::normalize).filter(value -> !value.equals(form.language()))
                .ifPresent(value -> set.add("language"));
        config.articleUrl().map(UrlTemplateValidator::encode).filter(value -> !value.equals(form.articleUrl()))
                .ifPresent(value -> set.add("articleUrl"));
        return set;
    }

    private static List<String> differences(Site before, Site now) {
        var changed = new ArrayList<String>();
        if (!before.name().equals(now.name())) {
            changed.add("name");
        }
        if (before.url() == null ? now.url() != null : !before.url().equals(now.url())) {
            changed.add("url");
        }
        if (!before.articleUrl().equals(now.articleUrl())) {
            changed.add("articleUrl");
        }
        if (!before.language().equals(now.language())) {
            changed.add("language");
        }
        if (!Objects.equals(before.previewUrl(), now.previewUrl())) {
            changed.add("previewUrl");
        }
        if (!before.machineUse().equals(now.machineUse())) {
            changed.add("machineUse");
        }
        return changed;
    }

    private static String withoutSlash(URI url) {
        return url.toString().replaceAll("/+$", "");
    }

    /** Earlier versions stored templates as they were written. */
    private String encodedArticleUrl() {
        return UrlTemplateValidator.encode(articleUrl);
    }

    private @Nullable String encodedPreviewUrl() {
        return previewUrl == null ? null : UrlTemplateValidator.encode(previewUrl);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    EditorialSiteView view(PublicationZone zone) {
        return new EditorialSiteView(id, slug, name, url == null ? null : URI.create(url), language, encodedArticleUrl(),
                encodedPreviewUrl(), machineUse.equals(MachineUse.NONE) ? null : machineUse, byDefault,
                zone.toOffsetDateTime(createdAt), zone.toOffsetDateTime(updatedAt));
    }

    Site site(ZoneId zone) {
        return new Site(id, slug, name, url == null ? null : URI.create(url), language, encodedArticleUrl(),
                encodedPreviewUrl(), machineUse, FormerSiteUrls.read(formerUrls, formerArticleUrls), byDefault, zone,
                updatedAt);
    }
}
