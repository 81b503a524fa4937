package org.depesche.bootstrap;

import jakarta.enterprise.context.ApplicationScoped;

/** Finds an article and a category worth showing on the entry page. */
@ApplicationScoped
class Showcase {

    Examples examples() {
        return new Examples(true, "buergerentscheid-61-prozent-fuer-die-markthalle", "stadtpolitik");
    }
}
