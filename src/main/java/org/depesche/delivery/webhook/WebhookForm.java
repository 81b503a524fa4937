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
import org.depesche.platform.json.ListElements;
import org.depesche.platform.json.WebUrl;
import org.depesche.platform.outbound.TargetPolicy;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request that makes or changes a webhook. */
@Schema(name = "WebhookForm", description = "What a webhook shall be")
record WebhookForm(
        @Schema(
                required = true,
                description = "Where to post. Addresses that are not on the public internet are refused.",
                examples = "https://www.example.org/api/depesche",
                maxLength = WebUrl.MAX_LENGTH) URI url,
        @Schema(
                maxLength = MAX_DESCRIPTION,
                description = "What it is for",
                examples = "Website, revalidation") @Nullable String description,
        @Schema(
                description = "Types of change entries. Absent or empty: all, also types that are added later",
                examples = "[\"article.published\", \"article.withdrawn\"]",
                maxItems = MAX_FILTERS,
                extensions = @Extension(name = ListElements.TEXT_LENGTH, value = "" + MAX_WORD)) @Nullable List<String> events,
        @Schema(
                description = "Ids of categories: only changes that concern one of them or its descendants. Absent or empty: "
                        + "all",
                examples = "[\"01929f3c-7a00-7c3e-9d6c-0d8f2a7b1c11\"]",
                maxItems = MAX_FILTERS) @Nullable List<UUID> categories,
        @Schema(
                description = "Slugs of sites. Absent or empty: all",
                examples = "[\"default\"]",
                maxItems = MAX_FILTERS,
                extensions = @Extension(name = ListElements.TEXT_LENGTH, value = "" + MAX_WORD)) @Nullable List<String> sites) {

    static final int MAX_DESCRIPTION = 500;

    static final int MAX_FILTERS = 50;
    static final int MAX_WORD = 200;

    /** Adds all errors to the form, including those of the URL's present addresses. */
    static Optional<Webhook.Target> read(JsonForm form, Sites sites, Categories categories, Sender sender) {
        var url = form.httpUrl("url").filter(target -> isAllowed(form, target, sender));
        var description = form.text("description", MAX_DESCRIPTION).orElse("");
        var events = form.texts("events", MAX_FILTERS, MAX_WORD, WebhookForm::unknownEvent);
        var siteSlugs = form.texts("sites", MAX_FILTERS, MAX_WORD,
                site -> sites.bySlug(site).isPresent() ? Optional.empty() : Optional.of("is no site."));
        var ids = categories(form, categories);
        form.require("url");
        return url.map(target -> new Webhook.Target(target, description, events, ids, siteSlugs));
    }

    private static boolean isAllowed(JsonForm form, URI url, Sender sender) {
        try {
            if (url.getRawFragment() != null) {
                form.reject("url", "must have no fragment (#…).");
                return false;
            }
            sender.checkTarget(url);
            return true;
        } catch (TargetPolicy.RefusedTarget e) {
            form.reject("url", e.getMessage() + ".");
        } catch (IOException e) {
            form.reject("url", "has a host that is unknown, or was not found in time.");
        }
        return false;
    }

    private static Optional<String> unknownEvent(String event) {
        return ChangeFilter.knownTypes().contains(event) ? Optional.empty()
                : Optional.of("is no type of a change entry." + ClosestMatch.of(event, ChangeFilter.knownTypes())
                        .map(known -> " Did you mean \"" + known + "\"?").orElse(""));
    }

    private static List<UUID> categories(JsonForm form, Categories categories) {
        return form.texts("categories", MAX_FILTERS, MAX_WORD,
                text -> Uuid7.parse(text).flatMap(categories::byId).isPresent() ? Optional.empty()
                        : Optional.of("must be the id of a category; GET /v1/categories has them."))
                .stream().flatMap(text -> Uuid7.parse(text).stream()).toList();
    }
}
