package org.depesche.delivery.embed;

import java.nio.charset.StandardCharsets;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.platform.xml.XmlWriter;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes a description in the two formats of oEmbed 1.0, sections 2.3.1 and 2.3.2. */
@ApplicationScoped
class OEmbedWriter {

    private final ObjectMapper mapper;

    OEmbedWriter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    byte[] json(OEmbed embed) {
        return members(embed).toString().getBytes(StandardCharsets.UTF_8);
    }

    byte[] xml(OEmbed embed) {
        var xml = new XmlWriter("oembed");
        members(embed).properties().forEach(member -> xml.text(member.getKey(), member.getValue().asText()));
        return xml.toBytes();
    }

    private ObjectNode members(OEmbed embed) {
        return mapper.valueToTree(embed);
    }
}
