package org.depesche.delivery.machineuse.format;

import java.net.URI;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.content.machineuse.MachineUse;
import org.depesche.content.site.Site;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Writes a TDM policy (TDMRep, section 6): an offer of ODRL 2.2 that permits mining to those who obtain the publisher's
 * consent. The profile has neither prohibitions nor kinds of mining; the RSL document states those.
 */
@ApplicationScoped
public class TdmPolicyWriter {

    private static final String UID = "uid";

    private final ObjectMapper mapper;

    TdmPolicyWriter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Returns the policy in JSON-LD.
     *
     * @param self its own address
     * @param assigner the address of the publisher
     * @param targets what is offered; at least one
     */
    public ObjectNode write(URI self, URI assigner, Site site, List<Target> targets) {
        var json = mapper.createObjectNode();
        json.putArray("@context").add("http://www.w3.org/ns/odrl.jsonld").addObject().put("tdm",
                "http://www.w3.org/ns/tdmrep#");
        json.put("@type", "Offer").put("profile", "http://www.w3.org/ns/tdmrep").put(UID, self.toString());
        var party = json.putObject("assigner").put(UID, assigner.toString()).put("vcard:fn", site.name());
        var policy = targets.get(0).policy();
        policy.email().ifPresent(address -> party.put("vcard:hasEmail", "mailto:" + address));
        put(party, "vcard:hasURL", policy.licenceUrl() == null && policy.email().isEmpty() ? policy.contact()
                : policy.licenceUrl());
        var permissions = json.putArray("permission");
        targets.forEach(target -> permissions.addObject().put("target", target.url().toString()).put("action", "tdm:mine")
                .putArray("duty").addObject().put("action", "obtainConsent"));
        return json;
    }

    private static void put(ObjectNode json, String member, @Nullable Object value) {
        if (value != null) {
            json.put(member, value.toString());
        }
    }

    /** Some content for which a licence is offered. */
    public record Target(URI url, MachineUse policy) {
    }
}
