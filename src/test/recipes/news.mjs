// news.mjs: reads through a cache; a change makes exactly the responses stale that it touches
import { now } from './follow-changes.mjs';

const api = process.env.CONTENT_API_URL ?? 'http://localhost:8080';
const cache = new Map();
let followed = 0;

export async function read(path) {
  if (cache.has(path)) {
    return cache.get(path).body;
  }
  const response = await fetch(api + path, { headers: { 'Depesche-Min-Sequence': String(followed) } });
  if (response.status === 404 || response.status === 410) {
    return undefined;
  }
  const body = await response.json();
  if (!response.ok) {
    throw new Error(`${path}: ${body.status} ${body.detail ?? body.title}`);
  }
  // A response that is older than the last change was made before it: show it, and do not keep it.
  if (Number(response.headers.get('Depesche-Sequence')) >= followed) {
    cache.set(path, { body, tags: response.headers.get('Surrogate-Key')?.split(' ') ?? [] });
  }
  return body;
}

// Forgets everything, and answers the position after which expire wants the changes.
export async function begin() {
  followed = await now();
  cache.clear();
  return followed;
}

export function expire(change) {
  followed = change.sequence;
  for (const [path, { tags }] of cache) {
    if (tags.some(tag => change.cacheTags?.includes(tag))) {
      cache.delete(path);
    }
  }
}
