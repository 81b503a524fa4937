import java.io.File
import org.openapitools.client.apis.*
import org.openapitools.client.infrastructure.ApiClient
import org.openapitools.client.infrastructure.ApiResponse
import org.openapitools.client.infrastructure.ClientException
import org.openapitools.client.infrastructure.Serializer
import org.openapitools.client.infrastructure.Success
import org.openapitools.client.models.*

const val SLUG = "buergerentscheid-61-prozent-fuer-die-markthalle"

/** Reads the sample newsroom of a running service, and writes to it, through what a generator made of openapi-jvm.yaml alone. */
fun main(arguments: Array<String>) {
    val (address, key, newer) = arguments
    acceptNewerBlocks()
    // By default each absent member is sent as `null`, and in a merge patch that removes it.
    Serializer.kotlinxSerializationJsonConfiguration = { encodeDefaults = false }
    ApiClient.accessToken = key
    readArticles(ArticlesApi(address))
    readLists(address)
    readWhatIsNewer(File(newer))
    write(EditorialArticlesApi(address), ArticlesApi(address))
    println("clients: Kotlin reads and writes what it should")
}

fun readArticles(api: ArticlesApi) {
    val newest = api.listArticles(total = true)
    expect(newest.page.total!! >= 15 && newest.items.size == 15, "a page has 15 of ${newest.page.total} articles")
    expect(newest.items.all { it.headline.isNotEmpty() && it.tags != null }, "each has a headline and its tags")
    val article = api.getArticle(SLUG, include = listOf(ArticlesApi.IncludeGetArticle.bodyHtml, ArticlesApi.IncludeGetArticle.related))
    expect(article.headline == "61 Prozent für die Markthalle", "the article has its headline")
    val body = article.body!!
    expect(body[0] is ParagraphBlock, "the body begins with a paragraph")
    expect((body[1] as TableBlock).rows[0][1].html == "14.208", "its second block is a table with cells")
    expect(body.none { it is UnknownBlock }, "all its blocks are known")
    expect("<p>" in article.bodyHtml!! && article.related!!.isNotEmpty(), "it has what `include` adds")
    val related = api.listRelatedArticles(SLUG, limit = 3).items
    expect(related.size == 3 && related.all { it.reason.isNotEmpty() }, "three articles are related, and say why")
}

fun readLists(address: String) {
    val found = SearchApi(address).search("Markthalle", facets = listOf(SearchApi.FacetsSearch.category))
    expect("<mark>" in found.items[0].highlights.headline!!, "search marks the word")
    expect(found.facets!!["category"]!!.isNotEmpty(), "search counts the categories")
    val categories = CategoriesApi(address)
        .listCategories(include = listOf(CategoriesApi.IncludeListCategories.latest), latestLimit = 2).items
    expect(categories.any { it.children!!.isNotEmpty() }, "categories are a tree")
    expect(categories.any { it.latest!!.isNotEmpty() }, "categories have their latest articles")
    val collection = CollectionsApi(address).getCollection("front-page")
    expect(collection.name.isNotEmpty() && collection.items.isNotEmpty(), "the front page has articles")
    expect(ChangesApi(address).listChanges(limit = 100).items.any { it.type == "article.published" }, "the change log has the publication")
    val tags = TagsApi(address).listTags(q = "mark").items
    expect(tags.any { it.name == "Markthalle" && it.articleCount > 0 }, "the tag is there")
    expect(ImagesApi(address).listImages().items.any { it.credit != null && it.width!! > 0 }, "images have their credit")
}

fun readWhatIsNewer(file: File) {
    val article = Serializer.kotlinxSerializationJson.decodeFromString(Article.serializer(), file.readText())
    expect(article.type == "hologramReport", "a newer word is kept")
    val shown = article.body!!.joinToString("", transform = ::html)
    expect(shown == "<p>Davor</p><p>Ein Hologramm</p><aside><p>Noch eins</p></aside><p>Danach</p>", "not $shown")
}

fun write(desk: EditorialArticlesApi, public: ArticlesApi) {
    val draft = ArticleInput(
        headline = "Aus Kotlin", category = "stadtpolitik", access = "subscribers",
        body = listOf(ParagraphBlockInput(html = "Ein <em>Wort</em>")),
    )
    val created = success(desk.createArticleWithHttpInfo(draft, null))
    val ref = created.data!!.id.toString()
    expect(created.data!!.body[0] is ParagraphBlockInput, "the draft has its body")
    val patched = success(desk.patchArticleWithHttpInfo(ref, ArticlePatch(headline = "Geändert"), null, etag(created)))
    expect(patched.data!!.headline == "Geändert", "the headline is changed")
    expect(patched.data!!.access == "subscribers", "the paywall stays")
    expect(patched.data!!.body.size == 1, "the body stays")
    val published = success(desk.publishArticleWithHttpInfo(ref, null, etag(patched), null, null))
    expect(published.data!!.state == "published", "it is published")
    desk.unpublishArticle(ref, etag(published))
    val status = runCatching { public.getArticle(ref) }.exceptionOrNull()
    expect((status as ClientException).statusCode == 404, "what is unpublished is gone")
}

fun <T> success(response: ApiResponse<T>): Success<T> = response as? Success<T> ?: error("not a success: ${response.statusCode}")

fun etag(response: Success<*>): String = response.headers.entries.first { it.key.equals("etag", ignoreCase = true) }.value[0]

fun expect(holds: Boolean, claim: String) = check(holds) { "not so: $claim" }
