package org.depesche.media.metadata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPIterator;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.options.ParseOptions;
import com.adobe.internal.xmp.properties.XMPProperty;
import com.adobe.internal.xmp.properties.XMPPropertyInfo;

/** The properties of XMP packets (ISO 16684-1). A property of the first packet that has it wins. */
final class XmpFields {

    private static final String DEFAULT_LANGUAGE = "x-default";

    private final List<XMPMeta> packets;
    private final MetadataText texts;
    private final MetadataLimits limits;

    private XmpFields(List<XMPMeta> packets, MetadataText texts, MetadataLimits limits) {
        this.packets = packets;
        this.texts = texts;
        this.limits = limits;
    }

    /** Parses the packets. One that is no well-formed XMP, has a document type or is too large is skipped with a warning. */
    static XmpFields read(List<byte[]> packets, MetadataText texts, MetadataLimits limits, Consumer<String> warnings) {
        var parsed = new ArrayList<XMPMeta>();
        var size = new XmpSize();
        for (var packet : packets) {
            try {
                if (size.accepts(packet)) {
                    parsed.add(XMPMetaFactory.parseFromBuffer(packet, new ParseOptions().setDisallowDoctype(true)));
                } else {
                    warnings.accept(XmpSize.TOO_LARGE);
                }
            } catch (XMPException | RuntimeException | StackOverflowError e) {
                warnings.accept("An XMP packet is no well-formed XMP and was skipped.");
            }
        }
        return new XmpFields(parsed, texts, limits);
    }

    /** Returns a simple value, the default language of a localized value, or the first item of a list. */
    Optional<String> text(XmpNamespace namespace, String name) {
        return packets.stream().map(packet -> text(packet, namespace, name)).flatMap(Optional::stream).findFirst();
    }

    /** Returns all items of a list. A simple value is a list of one item. */
    List<String> texts(XmpNamespace namespace, String name) {
        return packets.stream().map(packet -> texts(packet, namespace, name)).filter(list -> !list.isEmpty()).findFirst()
                .orElse(List.of());
    }

    /** Returns a member of a structure, or of the first structure of a list. */
    Optional<String> member(XmpNamespace namespace, String name, XmpNamespace memberNamespace, String member) {
        return packets.stream().map(packet -> member(packet, namespace, name, memberNamespace, member))
                .flatMap(Optional::stream).findFirst();
    }

    Optional<PhotoTime> time(XmpNamespace namespace, String name) {
        return text(namespace, name).flatMap(PhotoTime::parse);
    }

    private Optional<String> text(XMPMeta packet, XmpNamespace namespace, String name) {
        return property(packet, namespace, name).flatMap(property -> {
            if (!property.getOptions().isArray()) {
                return texts.clean(property.getValue() == null ? "" : property.getValue());
            }
            return property.getOptions().isArrayAltText() ? localized(packet, namespace, name)
                    : texts(packet, namespace, name).stream().findFirst();
        });
    }

    private List<String> texts(XMPMeta packet, XmpNamespace namespace, String name) {
        var property = property(packet, namespace, name);
        if (property.isEmpty()) {
            return List.of();
        }
        if (!property.get().getOptions().isArray()) {
            return text(packet, namespace, name).stream().toList();
        }
        return IntStream.rangeClosed(1, count(packet, namespace, name))
                .mapToObj(index -> property(packet, namespace, name + "[" + index + "]")).flatMap(Optional::stream)
                .map(item -> texts.clean(item.getValue() == null ? "" : item.getValue())).flatMap(Optional::stream).toList();
    }

    private Optional<String> localized(XMPMeta packet, XmpNamespace namespace, String name) {
        try {
            var found = packet.getLocalizedText(namespace.uri(), name, "", DEFAULT_LANGUAGE);
            return found == null || found.getValue() == null ? Optional.empty() : texts.clean(found.getValue());
        } catch (XMPException e) {
            return Optional.empty();
        }
    }

    private Optional<String> member(XMPMeta packet, XmpNamespace namespace, String name, XmpNamespace memberNamespace,
            String member) {
        var owner = property(packet, namespace, name)
                .map(property -> property.getOptions().isArray() ? name + "[1]" : name);
        try {
            return owner.isEmpty() ? Optional.empty()
                    : text(packet, namespace, owner.get() + "/" + memberNamespace.prefix() + ":" + member);
        } catch (XMPException e) {
            return Optional.empty();
        }
    }

    private int count(XMPMeta packet, XmpNamespace namespace, String name) {
        try {
            return Math.min(packet.countArrayItems(namespace.uri(), name), limits.maxListItems());
        } catch (XMPException e) {
            return 0;
        }
    }

    private static Optional<XMPProperty> property(XMPMeta packet, XmpNamespace namespace, String path) {
        try {
            return Optional.ofNullable(packet.getProperty(namespace.uri(), path));
        } catch (XMPException e) {
            return Optional.empty();
        }
    }

    /** Returns all simple values by their paths, as {@code dc:creator[1]}. */
    Map<String, String> raw() {
        var raw = new LinkedHashMap<String, String>();
        for (var packet : packets) {
            try {
                var properties = packet.iterator();
                while (properties.hasNext() && raw.size() < limits.maxRawValues()) {
                    put(raw, properties);
                }
            } catch (XMPException e) {
                return raw;
            }
        }
        return raw;
    }

    private void put(Map<String, String> raw, XMPIterator properties) {
        var property = (XMPPropertyInfo) properties.next();
        if (property.getPath() != null && property.getValue() != null) {
            texts.clean(property.getValue()).ifPresent(text -> raw.putIfAbsent(property.getPath(), text));
        }
    }
}
