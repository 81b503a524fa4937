// sync.mjs: an offline copy of the newest articles, as an app keeps it
const api = process.env.CONTENT_API_URL ?? 'http://localhost:8080';

// store: { sequence, articles: Map of id to { article, tags } }, which the app keeps. A failure leaves it as it was, and the next
// call goes on from there.
export async function sync(store, limit = 100) {
  if (store.sequence === undefined) {
    await begin(store, limit);
  }
  for (;;) {
    const response = await fetch(`${api}/v1/changes?since=${store.sequence}&limit=100`);
    if (response.status === 410) { // the log does not have this position any more
      await begin(store, limit);
      continue;
    }
    const { items, page } = await body(response);
    const next = new URL(page.next).searchParams.get('since'); // also past entries that are not shown
    if (next === String(store.sequence)) {
      return;
    }
    await refresh(store.articles, stale(store.articles, items), next);
    keepNewest(store.articles, limit);
    store.sequence = next;
  }
}

async function begin(store, limit) {
  const response = await fetch(`${api}/v1/articles?view=card&limit=${limit}`);
  const { items } = await body(response);
  const sequence = response.headers.get('Depesche-Sequence');
  const articles = new Map();
  await refresh(articles, items.map(item => item.id), sequence);
  Object.assign(store, { sequence, articles });
}

// The articles that changed, and those that show something that changed: a category, an author, an image, the address of a site.
function stale(articles, changes) {
  const changed = changes.filter(change => change.type.startsWith('article.')).map(change => change.id);
  const named = new Set(changes.flatMap(change => change.cacheTags ?? []));
  const shown = [...articles].filter(([, { tags }]) => tags.some(tag => named.has(tag))).map(([id]) => id);
  return [...new Set([...changed, ...shown])];
}

// Each article by itself: only then is it known which tags are its own.
async function refresh(articles, ids, sequence) {
  await Promise.all(ids.map(async id => {
    const response = await fetch(`${api}/v1/articles/${id}?minSequence=${sequence}`);
    if (response.status === 404 || response.status === 410) {
      articles.delete(id);
    } else {
      const article = await body(response);
      articles.set(id, { article, tags: (response.headers.get('Surrogate-Key') ?? '').split(' ') });
    }
  }));
}

function keepNewest(articles, limit) {
  const byAge = [...articles].sort(([, one], [, other]) => Date.parse(other.article.publishedAt) - Date.parse(one.article.publishedAt));
  byAge.slice(limit).forEach(([id]) => articles.delete(id));
}

async function body(response) {
  if (!response.ok) {
    throw new Error(`${response.url}: ${response.status}`);
  }
  return response.json();
}
