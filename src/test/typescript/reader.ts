// A small front end: reads a running service through types made of its OpenAPI document alone.
//   node reader.js http://localhost:8080     ends with 0 when all is as the document says, else with 1
import { readFile } from "node:fs/promises";
import createClient from "openapi-fetch";
import { html } from "./body.js";
import type { components, paths } from "./depesche.js";

type Card = components["schemas"]["ArticleCard"];
type Listed = components["schemas"]["ArticleList"]["items"][number];
type Block = components["schemas"]["Block"];
type Category = components["schemas"]["CategoryNode"];

const address = process.argv[2];
if (address === undefined) {
  throw new Error("usage: node reader.js ADDRESS");
}
// A comma between the values of a parameter means any of them; repeating the parameter would mean all of them.
const depesche = createClient<paths>({ baseUrl: address, querySerializer: { array: { style: "form", explode: false } } });
const failures: string[] = [];

const newest = await list();
await pages(newest.total);
await article(newest.items);
await categories();
await lists();
await newer();
await refusals();

failures.forEach((it) => console.error(`reader: ${it}`));
console.log(`reader: ${failures.length === 0 ? "all is as the document says" : `${failures.length} failures`}`);
process.exit(failures.length === 0 ? 0 : 1);

/** The newest articles as a front page shows them. */
async function list(): Promise<{ items: Listed[]; total: number }> {
  const { data, error, response } = await depesche.GET("/v1/articles", { params: { query: { limit: 5, total: true } } });
  if (error !== undefined) {
    throw new Error(`/v1/articles: ${response.status} ${error.title}`);
  }
  const total = data.page.total ?? 0;
  expect(data.items.length === Math.min(5, total), "the first page is full");
  expect(data.page.limit === 5, "the page tells its limit");
  expect(sorted(data.items), "the newest article comes first");
  expect(data.items.every((it) => it.headline.length > 0 && it.slug.length > 0), "every article has a headline and a slug");
  expect(data.items.every((it) => it.wordCount !== undefined && it.body === undefined), "lists show summaries by default");
  const cards: Card[] = data.items; // each of them is a card
  console.log(`reader: ${total} articles, newest: ${cards[0]?.headline ?? "none"}`);
  return { items: data.items, total };
}

/** All articles, page by page. */
async function pages(total: number): Promise<void> {
  const seen = new Set<string>();
  let cursor: string | undefined;
  let count = 0;
  do {
    const query = cursor === undefined ? { limit: 4 } : { limit: 4, cursor };
    const { data, error, response } = await depesche.GET("/v1/articles", { params: { query } });
    if (error !== undefined) {
      failures.push(`page ${count}: ${response.status} ${error.title}`);
      return;
    }
    data.items.forEach((it) => seen.add(it.id));
    count += data.items.length;
    cursor = data.page.next === undefined ? undefined : (new URL(data.page.next).searchParams.get("cursor") ?? undefined);
  } while (cursor !== undefined && count < 200);
  expect(seen.size === count, "no article comes twice");
  expect(count === total || count >= 200, `the pages hold all ${total} articles and not ${count}`);
}

/** The newest article whole, with its related news, and the same by its id, and nothing when it has not changed. */
async function article(items: Listed[]): Promise<void> {
  const first = items[0];
  if (first === undefined) {
    failures.push("there is no article to read");
    return;
  }
  const { data, error, response } = await depesche.GET("/v1/articles/{ref}", {
    params: { path: { ref: first.slug }, query: { include: ["related"], relatedLimit: 3 } },
  });
  if (error !== undefined) {
    failures.push(`/v1/articles/${first.slug}: ${response.status} ${error.title}`);
    return;
  }
  expect(data.id === first.id && data.headline === first.headline, "the article is the one of the list");
  const body = data.body ?? [];
  expect(data.wordCount === 0 || body.map(words).join("").length > 0, "its body has its words");
  const related = data.related ?? [];
  expect(related.length <= 3 && related.every((it) => it.id !== data.id), "related articles are others");
  expect(related.every((it) => it.reason.length > 0), "each related article says why");
  console.log(`reader: ${data.slug}: ${body.length} blocks, ${data.wordCount} words, ${related.length} related`);

  const byId = await depesche.GET("/v1/articles/{ref}", { params: { path: { ref: data.id } } });
  expect(byId.data?.slug === data.slug, "it is found by its id as well");
  const tag = byId.response.headers.get("etag") ?? "";
  const again = await depesche.GET("/v1/articles/{ref}", { params: { path: { ref: data.id } }, headers: { "If-None-Match": tag } });
  expect(tag !== "" && again.response.status === 304, "unchanged, it is not sent again");
}

/** What a block says, whatever it is: the discriminator leads the compiler to the members of each type. */
function words(block: Block): string {
  switch (block.type) {
    case "paragraph":
    case "heading":
    case "quote":
    case "question":
      return block.html;
    case "list":
      return block.items.map((it) => it.html).join("\n");
    case "box":
      return block.body.map(words).join("\n");
    case "image":
      return block.image.caption ?? "";
    default:
      return ""; // a type this reader does not show, or one that came later
  }
}

/** The tree of categories, and the articles of one. */
async function categories(): Promise<void> {
  const { data, error, response } = await depesche.GET("/v1/categories");
  if (error !== undefined) {
    failures.push(`/v1/categories: ${response.status} ${error.title}`);
    return;
  }
  const all = data.items.flatMap(withDescendants);
  console.log(`reader: ${all.length} categories: ${all.map((it) => it.slug).join(", ")}`);
  const used = all.find((it) => it.articleCount > 0);
  if (used === undefined) {
    failures.push("no category has an article");
    return;
  }
  const list = await depesche.GET("/v1/categories/{ref}/articles", {
    params: { path: { ref: used.slug }, query: { limit: 1, total: true } },
  });
  expect(list.data?.page.total === used.articleCount, `category ${used.slug} counts its articles right`);
}

function withDescendants(category: Category): Category[] {
  return [category, ...(category.children ?? []).flatMap(withDescendants)];
}

/** The other lists: each has what its type says. */
async function lists(): Promise<void> {
  const related = await depesche.GET("/v1/articles/{ref}/related", {
    params: { path: { ref: "buergerentscheid-61-prozent-fuer-die-markthalle" }, query: { limit: 3 } },
  });
  expect(related.data?.items.length === 3, "three articles are related");
  const found = await depesche.GET("/v1/search", { params: { query: { q: "Markthalle", facets: ["category"] } } });
  expect(found.data?.items[0]?.highlights.headline?.includes("<mark>") === true, "search marks the word");
  expect((found.data?.facets?.["category"] ?? []).length > 0, "search counts the categories");
  const tree = await depesche.GET("/v1/categories", { params: { query: { include: ["latest"], latestLimit: 2 } } });
  expect(tree.data?.items.some((it) => (it.latest ?? []).length > 0) === true, "categories have their latest articles");
  const collections = await depesche.GET("/v1/collections");
  for (const { slug } of collections.data?.items ?? []) {
    const collection = await depesche.GET("/v1/collections/{slug}", { params: { path: { slug } } });
    expect((collection.data?.items ?? []).every((it) => it.headline.length > 0), `collection ${slug} has headlines`);
  }
  const changes = await depesche.GET("/v1/changes", { params: { query: { type: ["article.published"] } } });
  expect(changes.data?.items.some((it) => it.type === "article.published" && it.id !== undefined) === true, "the change log has the publication");
  const tags = await depesche.GET("/v1/tags", { params: { query: { q: "Markthalle" } } });
  expect(tags.data?.items.some((it) => it.name === "Markthalle" && it.articleCount > 0) === true, "the tag is there");
  const images = await depesche.GET("/v1/images", { params: { query: { q: "Stimmzettel" } } });
  expect(images.data?.items.some((it) => it.credit !== undefined && (it.width ?? 0) > 0) === true, "images have a credit");
}

/** An article of a later version: what this reader does not know is shown by its fallback, or passed over. */
async function newer(): Promise<void> {
  const article: components["schemas"]["Article"] = JSON.parse(await readFile(new URL("newer-article.json", import.meta.url), "utf8"));
  const shown = (article.body ?? []).map(html).join("");
  expect(shown === "<p>Davor</p><p>Ein Hologramm</p><aside><p>Noch eins</p></aside><p>Danach</p>", `newer blocks, not ${shown}`);
}

/** What is refused is a problem, typed as well. */
async function refusals(): Promise<void> {
  const missing = await depesche.GET("/v1/articles/{ref}", { params: { path: { ref: "there-is-no-such-article" } } });
  expect(missing.response.status === 404 && missing.error?.status === 404, "an unknown article is a 404 that says so");
  // @ts-expect-error: the compiler knows every parameter
  const query: NonNullable<paths["/v1/articles"]["get"]["parameters"]["query"]> = { limitt: 3 };
  const unknown = await depesche.GET("/v1/articles", { params: { query } });
  expect(unknown.response.status === 400, "an unknown parameter is refused");
  expect(unknown.error?.errors?.[0]?.parameter === "limitt", "the refusal names the parameter");
}

function sorted(items: Card[]): boolean {
  const times = items.map((it) => Date.parse(it.publishedAt));
  return times.every((time, index) => index === 0 || time <= (times[index - 1] ?? time));
}

function expect(holds: boolean, claim: string): void {
  if (!holds) {
    failures.push(`not so: ${claim}`);
  }
}
