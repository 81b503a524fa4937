package org.depesche.delivery.push;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Refuses to start with a lease that another node could take while a message is on its way: messages would overtake. */
@ApplicationScoped
class PushConfigCheck {

    private final PushConfig config;

    PushConfigCheck(PushConfig config) {
        this.config = config;
    }

    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) {
        if (config.lease().compareTo(config.timeout()) <= 0) {
            throw new ConfigurationException("depesche.webhooks.lease (" + config.lease()
                    + ") is not longer than depesche.webhooks.timeout (" + config.timeout() + ")");
        }
    }
}
