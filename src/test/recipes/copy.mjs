// copy.mjs: keeps a copy of all articles equal to the source, for as long as the process runs
import { setTimeout as pause } from 'node:timers/promises';
import { follow } from './follow-changes.mjs';

const api = process.env.CONTENT_API_URL ?? 'http://localhost:8080';

// store is your database: position() and savePosition(sequence), put(article, tags), remove(id), clear(), and idsWith(tags), the
// ids of all articles that have one of the tags.
export function keepCopy(store) {
  return follow(
    async isExpired => isExpired ? exportAll(store) : await store.position() ?? exportAll(store),
    change => apply(store, change));
}

async function exportAll(store) {
  await store.clear();
  let position;
  for (let after = ''; ;) {
    try {
      const response = await get(`/v1/export?view=full&include=cacheTags${after && `&after=${after}`}`);
      position ??= Number(response.headers.get('Depesche-Sequence')); // the first one: changes since then come again
      for await (const line of lines(response.body)) {
        const { cacheTags, ...article } = JSON.parse(line);
        await store.put(article, cacheTags);
        after = article.id;
      }
      await store.savePosition(position);
      return position;
    } catch (error) {
      console.error(`The export broke off and is continued: ${error.message}`);
      await pause(1000);
    }
  }
}

async function* lines(stream) {
  let rest = '';
  for await (const piece of stream.pipeThrough(new TextDecoderStream())) {
    const whole = (rest + piece).split('\n');
    rest = whole.pop();
    yield* whole;
  }
}

async function apply(store, change) {
  const ids = new Set(await store.idsWith(change.cacheTags ?? []));
  if (change.type.startsWith('article.')) {
    ids.add(change.id);
  }
  for (const id of ids) {
    const response = await get(`/v1/articles/${id}?minSequence=${change.sequence}`);
    if (response.ok) {
      await store.put(await response.json(), (response.headers.get('Surrogate-Key') ?? '').split(' '));
    } else {
      await store.remove(id);
    }
  }
  await store.savePosition(change.sequence); // last: a repetition does no harm
}

// Waits for a response that says whether the article is public: 200, 404 or 410. Anything else is a failure that passes.
async function get(path) {
  for (;;) {
    const response = await fetch(api + path).catch(() => undefined);
    if (response && [200, 404, 410].includes(response.status)) {
      return response;
    }
    await pause(1000 * Number(response?.headers.get('Retry-After') ?? 5));
  }
}
