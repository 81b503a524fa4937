package org.depesche.content.image.file.rendition;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.image.Image;
import org.depesche.content.image.ImageDetails;
import org.depesche.content.machineuse.MachineUse;
import org.depesche.content.machineuse.PlusDataMining;
import org.depesche.content.machineuse.UsageStatement;
import org.depesche.content.site.Site;
import org.depesche.content.site.Sites;
import org.depesche.media.rendition.RightsPacket;

/** Creates the metadata on rights that is embedded into renditions. */
@ApplicationScoped
class RightsPackets {

    private final Sites sites;

    RightsPackets(Sites sites) {
        this.sites = sites;
    }

    /**
     * Returns the metadata of editors, the licensor of the file, and the strictest policy on machine use of all sites, because
     * any site may show the image.
     */
    RightsPacket of(Image image) {
        return of(image, MachineUse.strictest(sites.all().stream().map(site -> site.machineUse().effective())
                .filter(policy -> !policy.statesNothing()).toList()),
                sites.defaultSite());
    }

    /** Returns the packet for a policy. If the file states a stricter term on data mining, that one stays. */
    static RightsPacket of(Image image, MachineUse policy, Site site) {
        var rights = Optional.ofNullable(image.details().rights())
                .orElse(new ImageDetails.ImageRights(null, null, null, null, null, null, null));
        var file = image.file();
        var ofPolicy = PlusDataMining.of(policy);
        var term = PlusDataMining.stricter(file == null ? null : file.dataMining(), ofPolicy).orElse(null);
        var constraint = term != null && ofPolicy.filter(term::equals).isPresent() && PlusDataMining.needsConstraint(term)
                ? UsageStatement.of(policy, site.language())
                : Optional.<String> empty();
        return new RightsPacket(rights.creator(), image.credit(), rights.copyright(), rights.usageTerms(),
                rights.licenseUrl() == null ? null : rights.licenseUrl().toString(),
                file == null ? null : file.licensorName(), file == null ? null : file.licensorUrl(),
                rights.digitalSourceType(), term, constraint.orElse(null));
    }
}
