package org.depesche.delivery.webhook;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.category.Categories;
import org.depesche.content.site.Sites;
import org.depesche.delivery.change.ChangeLog;
import org.depesche.delivery.push.PushConfig;
import org.depesche.delivery.webhook.WebhookView.DeliveryView;
import org.depesche.delivery.webhook.WebhookView.WithSecret;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.audit.AuditAction;
import org.depesche.platform.audit.AuditLog;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.json.JsonForm;
import org.depesche.platform.json.MergePatch;
import org.depesche.platform.page.PageQuery;
import org.depesche.platform.page.Slice;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes, changes and tests webhooks. */
@ApplicationScoped
class Webhooks {

    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final WebhookRepository webhooks;
    private final Sites sites;
    private final Categories categories;
    private final ChangeLog log;
    private final Messages messages;
    private final Sender sender;
    private final WebhookDispatcher dispatcher;
    private final Transactions transactions;
    private final AuditLog audit;
    private final PushConfig config;
    private final ObjectMapper json;
    private final Clock clock;

    Webhooks(WebhookRepository webhooks, Sites sites, Categories categories, ChangeLog log, Messages messages, Sender sender,
            WebhookDispatcher dispatcher, Transactions transactions, AuditLog audit, PushConfig config, ObjectMapper json,
            Clock clock) {
        this.webhooks = webhooks;
        this.sites = sites;
        this.categories = categories;
        this.log = log;
        this.messages = messages;
        this.sender = sender;
        this.dispatcher = dispatcher;
        this.transactions = transactions;
        this.audit = audit;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    Slice<WebhookView> page(PageQuery page) {
        return page.slice(webhooks.page(page), webhook -> List.of(webhook.id().toString())).map(WebhookView::of);
    }

    long count() {
        return webhooks.count();
    }

    WebhookView find(UUID id) {
        return WebhookView.of(require(id));
    }

    /** The endpoint gets what happens from now on. */
    WithSecret create(JsonForm form) {
        var target = WebhookForm.read(form, sites, categories, sender.policy());
        form.verify();
        return transactions.call(() -> {
            if (webhooks.count() >= config.maxWebhooks()) {
                throw new Problem(ProblemType.CONFLICT,
                        "There are " + config.maxWebhooks() + " webhooks, the most there may be.");
            }
            var secrets = new Webhook.Secrets(newSecret(), List.of());
            var webhook = new Webhook(Uuid7.next(), target.orElseThrow(), secrets, log.lastSequence(), Webhook.Health.GOOD,
                    clock.instant());
            webhooks.insert(webhook);
            audit.record(AuditAction.of("webhook.create", "webhook", webhook.id()));
            return new WithSecret(WebhookView.of(webhook), secrets.current());
        });
    }

    WebhookView patch(UUID id, JsonForm patch) {
        var present = require(id);
        var form = patch.withDocument(MergePatch.apply(document(present), patch.json()));
        var target = WebhookForm.read(form, sites, categories, sender.policy());
        form.verify();
        return transactions.call(() -> {
            webhooks.update(id, target.orElseThrow());
            audit.record(AuditAction.of("webhook.update", "webhook", id));
            return find(id);
        });
    }

    private ObjectNode document(Webhook webhook) {
        var target = webhook.target();
        return json.valueToTree(new WebhookForm(target.url(), target.description(), target.events(), target.categories(),
                target.sites()));
    }

    void delete(UUID id) {
        transactions.run(() -> {
            if (!webhooks.delete(id)) {
                throw new WebhookNotFound();
            }
            audit.record(AuditAction.of("webhook.delete", "webhook", id));
        });
    }

    /** Always possible, because a secret may have leaked: the oldest former secrets give way. */
    WithSecret rotateSecret(UUID id) {
        return transactions.call(() -> {
            webhooks.lock(id);
            var now = clock.instant();
            var present = require(id).secrets();
            var secrets = present.replacedBy(newSecret(), now.plus(config.secretOverlap()), now)
                    .withNewestFormer(config.maxFormerSecrets());
            webhooks.replaceSecrets(id, secrets);
            audit.record(AuditAction.of("webhook.rotate-secret", "webhook", id));
            return new WithSecret(find(id), secrets.current());
        });
    }

    /** Goes on where the endpoint stopped. */
    WebhookView enable(UUID id) {
        var enabled = transactions.call(() -> {
            require(id);
            webhooks.saveHealth(id, Webhook.Health.GOOD);
            audit.record(AuditAction.of("webhook.enable", "webhook", id));
            return find(id);
        });
        dispatcher.wake();
        return enabled;
    }

    DeliveryView ping(UUID id) throws InterruptedException {
        var webhook = require(id);
        audit("webhook.ping", id);
        return DeliveryView.of(sender.send(webhook, messages.ping(webhook), null));
    }

    /** Sends a message again, out of order and under its old id. Neither position nor health change. */
    DeliveryView redeliver(UUID id, long number) throws InterruptedException {
        var webhook = require(id);
        var former = webhooks.attempt(id, number).orElseThrow(
                () -> new Problem(ProblemType.NOT_FOUND, "There is no delivery with this number, or it is no longer kept."));
        audit("webhook.redeliver", id);
        var sequence = former.sequence();
        if (sequence == null) {
            return DeliveryView.of(sender.send(webhook, messages.ping(webhook, former.messageId()), null));
        }
        var entry = log.forClients(sequence - 1, 1).stream()
                .filter(found -> found.sequence() == sequence).findFirst().flatMap(ChangeLog.Position::entry)
                .flatMap(found -> webhook.wanted(found).or(() -> Optional.of(found)))
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "The log no longer has this change."));
        return DeliveryView.of(sender.send(webhook, messages.of(webhook, entry), sequence));
    }

    Slice<DeliveryView> deliveries(UUID id, PageQuery page) {
        require(id);
        return page.slice(webhooks.attempts(id, page), attempt -> List.of(Long.toString(attempt.number())))
                .map(DeliveryView::of);
    }

    private void audit(String action, UUID id) {
        transactions.run(() -> audit.record(AuditAction.of(action, "webhook", id)));
    }

    private Webhook require(UUID id) {
        return webhooks.find(id).orElseThrow(WebhookNotFound::new);
    }

    private static String newSecret() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }

    static class WebhookNotFound extends Problem {

        WebhookNotFound() {
            super(ProblemType.NOT_FOUND, "There is no webhook with this id.");
        }
    }
}
