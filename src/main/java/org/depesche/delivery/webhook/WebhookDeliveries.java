package org.depesche.delivery.webhook;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.delivery.change.ChangeLog;
import org.depesche.delivery.webhook.WebhookView.DeliveryView;
import org.depesche.platform.audit.AuditAction;
import org.depesche.platform.audit.AuditLog;
import org.depesche.platform.database.Transactions;
import org.depesche.platform.page.PageQuery;
import org.depesche.platform.page.Slice;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;

/** Sends messages to a webhook at the request of an administrator, and lists what was sent. */
@ApplicationScoped
class WebhookDeliveries {

    private final WebhookRepository webhooks;
    private final ChangeLog log;
    private final Messages messages;
    private final Sender sender;
    private final Transactions transactions;
    private final AuditLog audit;

    WebhookDeliveries(WebhookRepository webhooks, ChangeLog log, Messages messages, Sender sender, Transactions transactions,
            AuditLog audit) {
        this.webhooks = webhooks;
        this.log = log;
        this.messages = messages;
        this.sender = sender;
        this.transactions = transactions;
        this.audit = audit;
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

    Slice<DeliveryView> page(UUID id, PageQuery page) {
        require(id);
        return page.slice(webhooks.attempts(id, page), attempt -> List.of(Long.toString(attempt.number())))
                .map(DeliveryView::of);
    }

    private void audit(String action, UUID id) {
        transactions.run(() -> audit.record(AuditAction.of(action, "webhook", id)));
    }

    private Webhook require(UUID id) {
        return webhooks.find(id).orElseThrow(Webhooks.WebhookNotFound::new);
    }
}
