package org.depesche.delivery.webhook;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.delivery.change.ChangeLog;
import org.depesche.delivery.push.PushConfig;
import org.depesche.delivery.webhook.WebhookView.WithSecret;
import org.depesche.kernel.Uuid7;
import org.depesche.platform.audit.AuditAction;
import org.depesche.platform.audit.AuditLog;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.json.JsonForm;
import org.depesche.platform.page.PageQuery;
import org.depesche.platform.page.Slice;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/** Makes and changes webhooks. */
@ApplicationScoped
class Webhooks {

    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final WebhookRepository webhooks;
    private final WebhookFormReader forms;
    private final ChangeLog log;
    private final WebhookDispatcher dispatcher;
    private final Transactions transactions;
    private final AuditLog audit;
    private final PushConfig config;
    private final Clock clock;

    Webhooks(WebhookRepository webhooks, WebhookFormReader forms, ChangeLog log, WebhookDispatcher dispatcher,
            Transactions transactions, AuditLog audit, PushConfig config, Clock clock) {
        this.webhooks = webhooks;
        this.forms = forms;
        this.log = log;
        this.dispatcher = dispatcher;
        this.transactions = transactions;
        this.audit = audit;
        this.config = config;
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
        var target = forms.read(form);
        return transactions.call(() -> {
            if (webhooks.count() >= config.maxWebhooks()) {
                throw new Problem(ProblemType.CONFLICT,
                        "There are " + config.maxWebhooks() + " webhooks, the most there may be.");
            }
            var secrets = new Webhook.Secrets(newSecret(), List.of());
            var webhook = new Webhook(Uuid7.next(), target, secrets, log.lastSequence(), Webhook.Health.GOOD,
                    clock.instant());
            webhooks.insert(webhook);
            audit.record(AuditAction.of("webhook.create", "webhook", webhook.id()));
            return new WithSecret(WebhookView.of(webhook), secrets.current());
        });
    }

    WebhookView patch(UUID id, JsonForm patch) {
        var target = forms.readPatch(patch, require(id).target());
        return transactions.call(() -> {
            webhooks.update(id, target);
            audit.record(AuditAction.of("webhook.update", "webhook", id));
            return find(id);
        });
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
