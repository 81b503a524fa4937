package org.depesche.delivery.machineuse;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.machineuse.ContentSignal;
import org.depesche.content.machineuse.MachineUse;
import org.depesche.content.machineuse.PolicyDocuments;
import org.depesche.content.machineuse.RslTerms;
import org.depesche.content.machineuse.TdmReservation;
import org.depesche.content.machineuse.UsageStatement;
import org.depesche.content.site.Site;
import org.depesche.delivery.machineuse.SitePolicies.SitePolicy;
import org.depesche.delivery.machineuse.format.RslWriter;
import org.depesche.delivery.machineuse.format.TdmPolicyWriter;
import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.depesche.platform.xml.XmlWriter;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes the machine-use policy of a site in the format of each standard. */
@ApplicationScoped
class PolicyWriter {

    private final SitePolicies policies;
    private final PolicyDocuments documents;
    private final TdmPolicyWriter tdmPolicies;
    private final AbsoluteUrls urls;

    PolicyWriter(SitePolicies policies, PolicyDocuments documents, TdmPolicyWriter tdmPolicies, AbsoluteUrls urls) {
        this.policies = policies;
        this.documents = documents;
        this.tdmPolicies = tdmPolicies;
        this.urls = urls;
    }

    /**
     * The lines of robots.txt. The license comes before any group, so that it holds for all robots (RSL 1.0, section 4.4).
     */
    String robots(String slug) {
        var found = policies.ofSite(slug);
        var site = found.site();
        var lines = new StringBuilder();
        UsageStatement.of(found.policy(), site.language()).ifPresent(words -> lines.append("# ").append(words).append('\n'));
        if (!RslTerms.of(found.policy()).isEmpty() || !found.categories().isEmpty()) {
            lines.append("License: ").append(documents.ofSite(slug).rsl()).append("\n\n");
        }
        ContentSignal.of(found.policy()).ifPresent(signals -> lines.append("User-agent: *\n").append(ContentSignal.NAME)
                .append(": ").append(signals).append("\nAllow: /\n\n"));
        var query = site.byDefault() ? "" : "?site=" + slug;
        for (var sitemap : List.of("sitemap.xml", "news-sitemap.xml")) {
            lines.append("Sitemap: ").append(urls.of("/feeds/" + sitemap + query)).append('\n');
        }
        return lines.toString();
    }

    byte[] rsl(XmlWriter document, String slug) {
        var found = policies.ofSite(slug);
        var site = found.site();
        if (found.categories().isEmpty() && RslTerms.of(found.policy()).isEmpty()) {
            throw new Problem(ProblemType.NOT_FOUND, "The site \"" + slug + "\" says nothing of machine use.");
        }
        var rsl = RslWriter.to(document);
        found.categories().forEach(category -> PathPatterns.ofCategory(site, category.slug())
                .forEach(path -> rsl.content(path, category.policy(), site.name())));
        rsl.content(PathPatterns.all(site), found.policy(), site.name());
        return document.toBytes();
    }

    /** The rules of a site. Those of categories come first, because the first rule that matches counts. */
    List<TdmRule> tdmRep(String slug) {
        var found = policies.ofSite(slug);
        var site = found.site();
        var rules = new ArrayList<TdmRule>();
        found.categories().forEach(category -> PathPatterns.ofCategory(site, category.slug())
                .forEach(path -> add(rules, path, category.policy(), site)));
        add(rules, PathPatterns.all(site), found.policy(), site);
        return rules;
    }

    /** The rule for all paths of this service: the strictest policy of all sites. Empty without any statement. */
    List<TdmRule> tdmRep() {
        var all = policies.all();
        var strictest = MachineUse.strictest(all.stream().map(SitePolicy::policy).toList());
        var rules = new ArrayList<TdmRule>();
        all.stream().filter(site -> SitePolicies.offersLicence(site.policy())).findFirst().or(() -> all.stream().findFirst())
                .ifPresent(site -> add(rules, "/", strictest, site.site()));
        return rules;
    }

    private void add(List<TdmRule> rules, String path, MachineUse policy, Site site) {
        TdmReservation.of(policy).ifPresent(reservation -> rules.add(new TdmRule(path, reservation.value(),
                reservation.offersLicence() ? documents.ofSite(site.slug()).tdmPolicy() : null)));
    }

    ObjectNode tdmPolicy(String slug) {
        var found = policies.ofSite(slug);
        var offers = policies.offers(found);
        if (offers.isEmpty()) {
            throw new Problem(ProblemType.NOT_FOUND, "The site \"" + slug + "\" offers no licence for mining.");
        }
        return tdmPolicies.write(documents.ofSite(slug).tdmPolicy(), policies.address(found.site()), found.site(), offers);
    }
}
