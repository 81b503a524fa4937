package org.depesche.content.site;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.depesche.content.vocabulary.ChangeKind;
import org.depesche.kernel.Uuid7;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A site as it is stored. */
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

    @Column(name = "is_default")
    private boolean byDefault;

    @Version
    private long version;

    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    static SiteEntity first(Instant now) {
        var site = new SiteEntity();
        site.byDefault = true;
        site.createdAt = now;
        site.updatedAt = now;
        return site;
    }

    SiteEvent created() {
        return new SiteEvent(ChangeKind.CREATED, id, slug, List.of());
    }

    /** Takes over what the installation configures and says what that changed. */
    SiteEvent follow(SiteConfig config, Instant now) {
        var before = site(ZoneId.of("UTC"));
        config.name().ifPresent(configured -> name = configured);
        config.url().ifPresent(configured -> url = withoutSlash(configured));
        config.articleUrl().ifPresent(configured -> articleUrl = configured);
        language = config.language();
        var changed = differences(before, site(ZoneId.of("UTC")));
        if (!changed.isEmpty()) {
            updatedAt = now;
        }
        return new SiteEvent(ChangeKind.UPDATED, id, slug, changed);
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
        return changed;
    }

    private static String withoutSlash(URI address) {
        return address.toString().replaceAll("/+$", "");
    }

    Site site(ZoneId zone) {
        return new Site(id, slug, name, url == null ? null : URI.create(url), language, articleUrl, byDefault, zone);
    }
}
