import kotlinx.serialization.modules.polymorphic
import org.openapitools.client.infrastructure.Serializer
import org.openapitools.client.models.*

/** Call this once, before the first request. */
fun acceptNewerBlocks() {
    Serializer.kotlinxSerializationAdaptersConfiguration = {
        polymorphic(Block::class) { defaultDeserializer { UnknownBlock.serializer() } }
    }
}

fun html(block: Block): String = when (block) {
    is ParagraphBlock -> "<p>${block.html}</p>"
    is BoxBlock -> "<aside>${block.body.joinToString("", transform = ::html)}</aside>"
    else -> block.fallbackHtml ?: "" // a type that is newer than the app
}
