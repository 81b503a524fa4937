package org.depesche.delivery.machineuse.format;

import java.util.List;

import org.depesche.content.machineuse.MachineUse;
import org.depesche.content.machineuse.RslTerms;
import org.depesche.platform.xml.XmlWriter;

/**
 * Writes RSL 1.0 (Really Simple Licensing): the element {@code content} with its licences, in a document of its own or in the
 * item of a feed.
 */
public final class RslWriter {

    /** The namespace, which is the default one of a document. */
    public static final String NAMESPACE = "https://rslstandard.org/rsl";

    private static final String PERMITS = "permits";
    private static final String TYPE = "type";
    private static final String USAGE = "usage";

    private final XmlWriter xml;
    private final String prefix;

    private RslWriter(XmlWriter xml, String prefix) {
        this.xml = xml;
        this.prefix = prefix;
    }

    /** Begins a document. */
    public static XmlWriter document() {
        return new XmlWriter("rsl", "xmlns", NAMESPACE);
    }

    /** Writes to a document of its own. */
    public static RslWriter to(XmlWriter document) {
        return new RslWriter(document, "");
    }

    /** Writes to a document of another kind, whose root declares the prefix {@code rsl}. */
    public static RslWriter within(XmlWriter other) {
        return new RslWriter(other, "rsl:");
    }

    /**
     * Writes what machines may do with some content. Writes nothing when the policy states nothing.
     *
     * @param url the content: a path on its server, as {@link RobotsPaths} writes it, or an absolute URL, which matches itself
     *        alone (RSL 1.0, element {@code content}); empty for the content that contains the element, such as the item of a
     *        feed
     * @param owner the name of the publisher
     */
    public RslWriter content(String url, MachineUse policy, String owner) {
        var terms = RslTerms.of(policy);
        if (terms.isEmpty()) {
            return this;
        }
        xml.open(prefix + "content", "url", url);
        if (!terms.permitted().isEmpty() || !terms.prohibited().isEmpty()) {
            open("license");
            uses(PERMITS, terms.permitted());
            uses("prohibits", terms.prohibited());
            xml.close();
        }
        if (!terms.licensed().isEmpty()) {
            open("license");
            uses(PERMITS, terms.licensed());
            xml.open(prefix + "payment", TYPE, "purchase");
            xml.text(prefix + "custom", policy.licenceAddress().orElse(null)).close().close();
        }
        copyright(policy, owner);
        xml.close();
        return this;
    }

    private void copyright(MachineUse policy, String owner) {
        var email = policy.email().orElse(null);
        xml.text(prefix + "copyright", owner, TYPE, "organization", "contactEmail", email, "contactUrl",
                email == null ? policy.contact() : null);
    }

    private void uses(String element, List<String> uses) {
        xml.text(prefix + element, uses.isEmpty() ? null : String.join(" ", uses), TYPE, USAGE);
    }

    private void open(String element) {
        xml.open(prefix + element);
    }
}
