package org.depesche.content.machineuse;

import java.net.URI;
import java.util.List;
import java.util.function.Predicate;

import jakarta.inject.Singleton;

import org.depesche.platform.http.AbsoluteUrls;
import org.depesche.platform.http.ResponseMetadata;

/**
 * Knows the documents that express a policy, and the headers for it: {@code tdm-reservation} and {@code tdm-policy}
 * (TDMRep, section 5.2), {@code Content-Signal}, and {@code Link} with the relation {@code license} (RSL 1.0, section 4.5).
 */
@Singleton
public class PolicyDocuments {

    /** The media type of RSL documents. */
    public static final String RSL = "application/rsl+xml";

    private final AbsoluteUrls urls;
    private final ResponseMetadata metadata;

    PolicyDocuments(AbsoluteUrls urls, ResponseMetadata metadata) {
        this.urls = urls;
        this.metadata = metadata;
    }

    /** Returns the addresses for a site. Its documents include the policies of categories that differ. */
    public Addresses ofSite(String site) {
        var root = "/v1/sites/" + site;
        return new Addresses(urls.of(root + "/rsl.xml"), urls.of(root + "/tdm-policy.json"));
    }

    /** Returns the addresses for an article: those of its site, or its own ones if its policy differs. */
    public Addresses ofArticle(PolicyScope site, String slug, MachineUse policy) {
        if (policy.equals(site.policy().effective())) {
            return ofSite(site.site());
        }
        var root = "/feeds/articles/" + slug;
        var query = site.isDefault() ? "" : "?site=" + site.site();
        return new Addresses(urls.of(root + ".rsl.xml" + query), urls.of(root + ".tdm-policy.json" + query));
    }

    /** Writes the headers of a response with one article. A policy that states nothing has no headers. */
    public void writeHeaders(MachineUse policy, Addresses documents) {
        TdmReservation.of(policy).ifPresent(reservation -> {
            metadata.header("tdm-reservation", Integer.toString(reservation.value()));
            if (reservation.offersLicence()) {
                metadata.header("tdm-policy", documents.tdmPolicy().toString());
            }
        });
        ContentSignal.of(policy).ifPresent(signals -> metadata.header(ContentSignal.NAME, signals));
        if (!RslTerms.of(policy).isEmpty()) {
            metadata.link("license", documents.rsl(), RSL);
        }
    }

    /** Writes the headers of a response with several articles: the strictest policy, and the documents of one that has it. */
    public void writeHeaders(PolicyScope site, List<PolicyOfPart> parts) {
        var documents = ofSite(site.site());
        var all = parts.isEmpty() ? List.of(new PolicyOfPart(site.policy().effective(), documents)) : parts;
        var rsl = address(all, documents, policy -> !RslTerms.of(policy).isEmpty());
        var policy = address(all, documents, each -> TdmReservation.of(each).filter(TdmReservation::offersLicence).isPresent());
        writeHeaders(MachineUse.strictest(all.stream().map(PolicyOfPart::policy).toList()),
                new Addresses(rsl.rsl(), policy.tdmPolicy()));
    }

    /** Returns the site's documents if one of the parts has them, because they cover the most articles. */
    private static Addresses address(List<PolicyOfPart> parts, Addresses ofSite, Predicate<MachineUse> isWanted) {
        var wanted = parts.stream().filter(part -> isWanted.test(part.policy())).map(PolicyOfPart::documents).toList();
        return wanted.isEmpty() || wanted.contains(ofSite) ? ofSite : wanted.get(0);
    }

    /**
     * The addresses of the documents about a policy.
     *
     * @param tdmPolicy the address of the TDM policy, which exists if the policy offers a licence
     */
    public record Addresses(URI rsl, URI tdmPolicy) {
    }

    /** The policy of an article in a response with several. */
    public record PolicyOfPart(MachineUse policy, Addresses documents) {
    }
}
