import java.util.Objects;
import java.util.stream.Collectors;

import org.openapitools.client.ApiClient;
import org.openapitools.client.model.*;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

class Body {

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", visible = true, defaultImpl = UnknownBlock.class)
    private interface OrUnknown {
    }

    /** Call this once for each client. */
    static ApiClient acceptNewerBlocks(ApiClient client) {
        return client.setObjectMapper(client.getObjectMapper().addMixIn(Block.class, OrUnknown.class));
    }

    static String html(Block block) {
        if (block instanceof ParagraphBlock paragraph) {
            return "<p>" + paragraph.getHtml() + "</p>";
        } else if (block instanceof BoxBlock box) {
            return "<aside>" + box.getBody().stream().map(Body::html).collect(Collectors.joining()) + "</aside>";
        }
        return Objects.requireNonNullElse(block.getFallbackHtml(), ""); // a type that is newer than the app
    }
}
