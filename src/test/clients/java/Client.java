import static org.openapitools.client.api.ArticlesApi.*;
import static org.openapitools.client.api.CategoriesApi.*;
import static org.openapitools.client.api.ChangesApi.*;
import static org.openapitools.client.api.CollectionsApi.*;
import static org.openapitools.client.api.EditorialArticlesApi.*;
import static org.openapitools.client.api.ImagesApi.*;
import static org.openapitools.client.api.SearchApi.*;
import static org.openapitools.client.api.TagsApi.*;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.ApiResponse;
import org.openapitools.client.api.*;
import org.openapitools.client.model.*;

/**
 * Reads the sample newsroom of a running service, and writes to it, through what a generator made of openapi-jvm.yaml alone.
 */
class Client {

    private static final String SLUG = "buergerentscheid-61-prozent-fuer-die-markthalle";
    private final ApiClient service;

    private Client(ApiClient service) {
        this.service = service;
    }

    /** @param arguments the address of the service, the key of an editor, an article of a later version */
    public static void main(String... arguments) throws Exception {
        var service = Body.acceptNewerBlocks(new ApiClient());
        service.updateBaseUri(arguments[0]);
        service.setRequestInterceptor(request -> request.setHeader("Authorization", "Bearer " + arguments[1]));
        var client = new Client(service);
        client.readArticles();
        client.readLists();
        client.readWhatIsNewer(Path.of(arguments[2]));
        client.write();
        System.out.println("clients: Java reads and writes what it should");
    }

    private void readArticles() throws ApiException {
        var articles = new ArticlesApi(service);
        var newest = articles.listArticles(APIListArticlesRequest.newBuilder().total(true).build());
        expect(newest.getPage().getTotal() >= 15, "there are " + newest.getPage().getTotal() + " articles");
        expect(newest.getItems().size() == 15, "a page has 15 articles");
        expect(newest.getItems().stream().allMatch(item -> !item.getHeadline().isEmpty() && item.getTags() != null),
                "each has a headline and its tags");
        var two = List.of("feature", "interview");
        var chosen = articles.listArticles(APIListArticlesRequest.newBuilder().type(two).build()).getItems();
        expect(!chosen.isEmpty() && chosen.stream().allMatch(item -> two.contains(item.getType())), "a list means any of");

        var article = articles.getArticle(APIGetArticleRequest.newBuilder()
                .ref(SLUG).include(List.of("bodyHtml", "related")).build());
        expect(article.getHeadline().equals("61 Prozent für die Markthalle"), "the article has its headline");
        expect(article.getBody().get(0) instanceof ParagraphBlock, "the body begins with a paragraph");
        expect(article.getBody().get(1) instanceof TableBlock table && table.getRows().get(0).get(1).getHtml().equals("14.208"),
                "its second block is a table with cells");
        expect(article.getBody().stream().noneMatch(UnknownBlock.class::isInstance), "all its blocks are known");
        expect(article.getBodyHtml().contains("<p>") && !article.getRelated().isEmpty(), "it has what `include` adds");
        var related = articles.listRelatedArticles(APIListRelatedArticlesRequest.newBuilder().ref(SLUG).limit(3).build());
        expect(related.getItems().size() == 3 && related.getItems().stream().allMatch(item -> item.getReason() != null),
                "three articles are related, and say why");
    }

    private void readLists() throws ApiException {
        var found = new SearchApi(service).search(APISearchRequest.newBuilder()
                .q("Markthalle").facets(List.of("category")).build());
        expect(found.getItems().get(0).getHighlights().getHeadline().contains("<mark>"), "search marks the word");
        expect(!found.getFacets().get("category").isEmpty(), "search counts the categories");
        var categories = new CategoriesApi(service).listCategories(APIListCategoriesRequest.newBuilder()
                .include(List.of("latest")).latestLimit(2).build()).getItems();
        expect(categories.stream().anyMatch(category -> !category.getChildren().isEmpty()), "categories are a tree");
        expect(categories.stream().anyMatch(category -> !category.getLatest().isEmpty()),
                "categories have their latest articles");
        var collection = new CollectionsApi(service).getCollection(APIGetCollectionRequest.newBuilder()
                .slug("front-page").build());
        expect(!collection.getName().isEmpty() && !collection.getItems().isEmpty(), "the front page has articles");
        var changes = new ChangesApi(service).listChanges(APIListChangesRequest.newBuilder().since(0L).limit(100).build());
        expect(changes.getItems().stream().anyMatch(change -> change.getType().equals("article.published")),
                "the change log has the publication");
        var tags = new TagsApi(service).listTags(APIListTagsRequest.newBuilder().q("mark").build()).getItems();
        expect(tags.stream().anyMatch(tag -> tag.getName().equals("Markthalle") && tag.getArticleCount() > 0),
                "the tag is there");
        var images = new ImagesApi(service).listImages(APIListImagesRequest.newBuilder().build()).getItems();
        expect(images.stream().anyMatch(image -> image.getCredit() != null && image.getWidth() > 0),
                "images have their credit");
    }

    private void readWhatIsNewer(Path file) throws Exception {
        var article = service.getObjectMapper().readValue(file.toFile(), Article.class);
        expect(article.getType().equals("hologramReport"), "a newer word is kept");
        expect(article.getBody().stream().map(Body::html).collect(Collectors.joining()).equals(
                "<p>Davor</p><p>Ein Hologramm</p><aside><p>Noch eins</p></aside><p>Danach</p>"),
                "newer blocks show their fallback");
        expect(article.getBody().get(1).getType().equals("hologram"), "a newer block tells its type");
    }

    private void write() throws ApiException {
        var desk = new EditorialArticlesApi(service);
        var draft = new ArticleInput().headline("Aus Java").category("stadtpolitik").access("subscribers").teaser("Erster Satz")
                .body(List.of(new ParagraphBlockInput().html("Ein <em>Wort</em>")));
        var created = desk.createArticleWithHttpInfo(APICreateArticleRequest.newBuilder().articleInput(draft).build());
        expect(created.getData().getBody().get(0) instanceof ParagraphBlockInput, "the draft has its body");
        var ref = created.getData().getId().toString();
        var patched = desk.patchArticleWithHttpInfo(APIPatchArticleRequest.newBuilder().ref(ref).ifMatch(tag(created))
                .articlePatch(new ArticlePatch().headline("Aus Java, geändert").teaser(null)).build());
        expect(patched.getData().getHeadline().equals("Aus Java, geändert"), "the headline is changed");
        expect(patched.getData().getAccess().equals("subscribers"), "the paywall stays");
        expect(patched.getData().getTeaser() == null, "`null` removes the teaser");
        expect(patched.getData().getBody().size() == 1, "the body stays");
        var published = desk.publishArticleWithHttpInfo(APIPublishArticleRequest.newBuilder()
                .ref(ref).ifMatch(tag(patched)).build());
        expect(published.getData().getState().equals("published"), "it is published");
        var unpublished = APIUnpublishArticleRequest.newBuilder().ref(ref).ifMatch(tag(published)).build();
        expect(desk.unpublishArticle(unpublished).getState().equals("unpublished"), "it is taken back");
        try {
            new ArticlesApi(service).getArticle(APIGetArticleRequest.newBuilder().ref(ref).build());
            expect(false, "an article that was taken back is gone");
        } catch (ApiException e) {
            expect(e.getCode() == 404, "an article that was taken back is gone, and not " + e.getCode());
        }
    }

    private static String tag(ApiResponse<?> response) {
        return response.getHeaders().get("etag").get(0);
    }

    private static void expect(boolean holds, String claim) {
        if (!holds) {
            throw new AssertionError("not so: " + claim);
        }
    }
}
