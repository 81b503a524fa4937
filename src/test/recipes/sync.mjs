// sync.mjs: an offline copy of the newest articles, as an app keeps it
const api = process.env.CONTENT_API_URL ?? 'http://localhost:8080';

// store: { sequence, articles: Map of id to article }
export async function sync(store, limit = 100) {
  if (store.sequence === undefined) {
    const response = await fetch(`${api}/v1/articles?view=full&limit=${limit}`);
    (await response.json()).items.forEach(article => store.articles.set(article.id, article));
    store.sequence = response.headers.get('Depesche-Sequence');
  }
  for (;;) {
    const { items } = await (await fetch(`${api}/v1/changes?since=${store.sequence}`)).json();
    if (items.length === 0) {
      return;
    }
    await refresh(store, stale(store, items), items.at(-1).sequence);
    store.sequence = items.at(-1).sequence;
  }
}

// The articles that a change names, and those of the copy that show a changed category, tag, author or image.
function stale(store, changes) {
  const ids = changes.filter(change => change.type.startsWith('article.')).map(change => change.id);
  const named = new Set(changes.flatMap(change => [change.id, change.slug, change.previous?.slug]));
  const shown = [...store.articles.values()].filter(article => [...article.categories, ...article.tags, ...article.authors,
    article.image].some(part => part && (named.has(part.id) || named.has(part.slug))));
  return [...new Set([...ids, ...shown.map(article => article.id)])];
}

async function refresh(store, ids, sequence) {
  for (let first = 0; first < ids.length; first += 100) {
    const some = ids.slice(first, first + 100);
    const list = `${api}/v1/articles?view=full&minSequence=${sequence}&ids=${some}`;
    const { items } = await (await fetch(list)).json();
    some.forEach(id => store.articles.delete(id));
    items.forEach(article => store.articles.set(article.id, article));
  }
}
