// Reads the sample newsroom of a running service, and writes to it, through what typescript-fetch made of openapi.yaml alone.
//   node client.js ADDRESS KEY ARTICLE     the key of an editor, and the file of an article of a later version
import { readFile } from "node:fs/promises";
import * as depesche from "./generated/index.js";

const [address = "", accessToken = "", newer = ""] = process.argv.slice(2);
const slug = "buergerentscheid-61-prozent-fuer-die-markthalle";
const configuration = new depesche.Configuration({ basePath: address, accessToken });
const articles = new depesche.ArticlesApi(configuration);

await readArticles();
await readLists();
await readWhatIsNewer();
await write();
console.log("clients: typescript-fetch reads and writes what it should");

async function readArticles(): Promise<void> {
  const newest = await articles.listArticles({ total: true });
  expect((newest.page.total ?? 0) >= 15 && newest.items.length === 15, `a page has 15 of ${newest.page.total} articles`);
  expect(newest.items.every((it) => it.headline.length > 0 && it.tags !== undefined), "each has a headline and its tags");
  const chosen = await articles.listArticles({ type: ["feature", "interview"] });
  expect(chosen.items.length > 0 && chosen.items.every((it) => /feature|interview/.test(it.type)), "a list means any of");
  const article = await articles.getArticle({ ref: slug, include: ["bodyHtml", "related"] });
  expect(article.headline === "61 Prozent für die Markthalle", "the article has its headline");
  const [first, second] = article.body ?? [];
  expect(first?.type === "paragraph" && first.html.length > 0, "the body begins with a paragraph");
  expect(second?.type === "table" && second.rows[0]?.[1]?.html === "14.208", "its second block is a table with cells");
  expect((article.bodyHtml ?? "").includes("<p>") && (article.related ?? []).length > 0, "it has what `include` adds");
  const related = await articles.listRelatedArticles({ ref: slug, limit: 3 });
  expect(related.items.length === 3 && related.items.every((it) => it.reason.length > 0), "three are related, and say why");
}

async function readLists(): Promise<void> {
  const found = await new depesche.SearchApi(configuration).search({ q: "Markthalle", facets: ["category"] });
  expect(found.items[0]?.highlights.headline?.includes("<mark>") === true, "search marks the word");
  expect((found.facets?.["category"] ?? []).length > 0, "search counts the categories");
  const categories = await new depesche.CategoriesApi(configuration).listCategories({ include: ["latest"], latestLimit: 2 });
  expect(categories.items.some((it) => (it.children ?? []).length > 0), "categories are a tree");
  expect(categories.items.some((it) => (it.latest ?? []).length > 0), "categories have their latest articles");
  const collection = await new depesche.CollectionsApi(configuration).getCollection({ slug: "front-page" });
  expect(collection.name.length > 0 && collection.items.length > 0, "the front page has articles");
  const changes = await new depesche.ChangesApi(configuration).listChanges({ since: 0, limit: 100 });
  expect(changes.items.some((it) => it.type === "article.published"), "the change log has the publication");
  const tags = await new depesche.TagsApi(configuration).listTags({ q: "mark" });
  expect(tags.items.some((it) => it.name === "Markthalle" && it.articleCount > 0), "the tag is there");
  const images = await new depesche.ImagesApi(configuration).listImages();
  expect(images.items.some((it) => it.credit !== undefined && (it.width ?? 0) > 0), "images have their credit");
}

async function readWhatIsNewer(): Promise<void> {
  const article = depesche.ArticleFromJSON(JSON.parse(await readFile(newer, "utf8")));
  const fallbacks = (article.body ?? []).map((it) => it.fallbackHtml);
  expect(article.type === "hologramReport", "a newer word is kept");
  expect(fallbacks.join() === ",<p>Ein Hologramm</p>,,", "a newer block keeps its fallback");
}

async function write(): Promise<void> {
  const desk = new depesche.EditorialArticlesApi(configuration);
  const draft = { headline: "Aus TypeScript", category: "stadtpolitik", access: "subscribers", teaser: "Erster Satz" };
  const body: depesche.BlockInput[] = [{ type: "paragraph", html: "Ein <em>Wort</em>" }];
  const created = await desk.createArticleRaw({ articleInput: { ...draft, body } });
  const ref = (await created.value()).id;
  const articlePatch = { headline: "Geändert", teaser: null };
  const patched = await desk.patchArticleRaw({ ref, ifMatch: tag(created), articlePatch });
  const article = await patched.value();
  expect(article.headline === "Geändert" && article.teaser === undefined, "one member is changed, and one removed");
  expect(article.access === "subscribers" && article.body.length === 1, "the paywall and the body stay");
  const published = await desk.publishArticleRaw({ ref, ifMatch: tag(patched) });
  expect((await published.value()).state === "published", "it is published");
  await desk.unpublishArticle({ ref, ifMatch: tag(published) });
  const status = await articles.getArticle({ ref }).catch((it: depesche.ResponseError) => it.response.status);
  expect(status === 404, "an article that was taken back is gone");
}

function tag(response: { raw: Response }): string {
  return response.raw.headers.get("etag") ?? "";
}

function expect(holds: boolean, claim: string): void {
  if (!holds) {
    throw new Error(`not so: ${claim}`);
  }
}
