package org.depesche.delivery.webhook;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.depesche.content.category.Categories;
import org.depesche.content.site.Sites;
import org.depesche.delivery.change.ChangeFilter;
import org.depesche.kernel.ClosestMatch;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.json.JsonForm;
import org.depesche.platform.outbound.TargetPolicy;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request that makes or changes a webhook. */
@Schema(name = "WebhookForm", description = "What a webhook shall be")
record WebhookForm(
        @Schema(
                required = true,
                description = "Where to post. Addresses that are not on the public internet are refused.",
                examples = "https://www.example.org/api/depesche") URI url,
        @Schema(
                maxLength = MAX_DESCRIPTION,
                description = "What it is for",
                examples = "Website, revalidation") @Nullable String description,
        @Schema(
                description = "Types of change entries. Absent or empty: all, also types that are added later",
                examples = "[\"article.published\", \"article.withdrawn\"]") @Nullable List<String> events,
        @Schema(
                description = "Ids of categories: only changes that concern one of them or its descendants. Absent or empty: "
                        + "all",
                examples = "[\"01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11\"]") @Nullable List<UUID> categories,
        @Schema(
                description = "Slugs of sites. Absent or empty: all",
                examples = "[\"default\"]") @Nullable List<String> sites) {

    static final int MAX_DESCRIPTION = 500;

    private static final int MAX_FILTERS = 50;
    private static final int MAX_WORD = 200;

    /** Adds all errors to the form, including those of the URL's present addresses. */
    static Optional<Webhook.Target> read(JsonForm form, Sites sites, Categories categories, TargetPolicy policy) {
        var url = form.httpUrl("url").filter(target -> isAllowed(form, target, policy));
        var description = form.text("description", MAX_DESCRIPTION).orElse("");
        var events = form.texts("events", MAX_FILTERS, MAX_WORD);
        events.stream().filter(event -> !ChangeFilter.knownTypes().contains(event)).findFirst()
                .ifPresent(event -> form.reject("events", "has \"" + event + "\", which is no type of a change entry."
                        + ClosestMatch.of(event, ChangeFilter.knownTypes()).map(known -> " Did you mean \"" + known + "\"?")
                                .orElse("")));
        var siteSlugs = form.texts("sites", MAX_FILTERS, MAX_WORD);
        siteSlugs.stream().filter(site -> sites.bySlug(site).isEmpty()).findFirst()
                .ifPresent(site -> form.reject("sites", "has \"" + site + "\", which is no site."));
        var ids = categories(form, categories);
        form.require("url");
        return url.map(target -> new Webhook.Target(target, description, events, ids, siteSlugs));
    }

    private static boolean isAllowed(JsonForm form, URI url, TargetPolicy policy) {
        try {
            if (url.getRawUserInfo() != null || url.getHost() == null || url.getRawFragment() != null) {
                form.reject("url", "must have a host, and neither a user nor a fragment.");
                return false;
            }
            policy.resolve(url);
            return true;
        } catch (TargetPolicy.RefusedTarget e) {
            form.reject("url", e.getMessage() + ".");
        } catch (IOException e) {
            form.reject("url", "has an unknown host.");
        }
        return false;
    }

    private static List<UUID> categories(JsonForm form, Categories categories) {
        var texts = form.texts("categories", MAX_FILTERS, MAX_WORD);
        var ids = texts.stream().flatMap(text -> Uuid7.parse(text).stream()).toList();
        var isKnown = ids.size() == texts.size() && ids.stream().allMatch(id -> categories.byId(id).isPresent());
        if (!isKnown) {
            form.reject("categories", "must be ids of categories; GET /v1/categories has them.");
        }
        return ids;
    }
}
