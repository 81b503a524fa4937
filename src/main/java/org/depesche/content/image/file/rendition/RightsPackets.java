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

/** Makes the packets of rights that renditions carry. */
@ApplicationScoped
class RightsPackets {

    private final Sites sites;

    RightsPackets(Sites sites) {
        this.sites = sites;
    }

    /** The desk's words, what only the file says, and what the sites say of machine use: any of them may show the image. */
    RightsPacket of(Image image) {
        return of(image, MachineUse.strictest(sites.all().stream().map(site -> site.machineUse().effective())
                .filter(policy -> !policy.statesNothing()).toList()),
                sites.defaultSite());
    }

    /** A file's own term for mining stays where it is the stricter one. */
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
