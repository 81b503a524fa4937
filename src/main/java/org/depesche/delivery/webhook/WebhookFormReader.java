package org.depesche.delivery.webhook;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.category.Categories;
import org.depesche.content.site.Sites;
import org.depesche.platform.json.JsonForm;
import org.depesche.platform.json.MergePatch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads what a webhook shall be. */
@ApplicationScoped
class WebhookFormReader {

    private final Sites sites;
    private final Categories categories;
    private final Sender sender;
    private final ObjectMapper json;

    WebhookFormReader(Sites sites, Categories categories, Sender sender, ObjectMapper json) {
        this.sites = sites;
        this.categories = categories;
        this.sender = sender;
        this.json = json;
    }

    /** Throws all errors of the form together. */
    Webhook.Target read(JsonForm form) {
        var target = WebhookForm.read(form, sites, categories, sender);
        form.verify();
        return target.orElseThrow();
    }

    Webhook.Target readPatch(JsonForm patch, Webhook.Target present) {
        ObjectNode document = json.valueToTree(new WebhookForm(present.url(), present.description(), present.events(),
                present.categories(), present.sites()));
        return read(patch.withDocument(MergePatch.apply(document, patch.json())));
    }
}
