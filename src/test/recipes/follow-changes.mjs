// follow-changes.mjs: hands every public change to a function, for as long as the process runs
import { setTimeout as pause } from 'node:timers/promises';

const api = process.env.CONTENT_API_URL ?? 'http://localhost:8080';

export async function follow(since, changed) {
  let next = `${api}/v1/changes?since=${since}&wait=30`;
  for (;;) {
    const response = await fetch(next).catch(() => undefined);
    if (response?.ok) {
      const { items, page } = await response.json();
      for (const change of items) {
        await changed(change);
      }
      next = page.next;
    } else {
      await pause(1000 * Number(response?.headers.get('Retry-After') ?? 5));
    }
  }
}

// The end of the log: where a process that starts with an empty cache begins.
export async function now() {
  const response = await fetch(`${api}/v1/articles?limit=1`, { cache: 'no-store' });
  return response.headers.get('Depesche-Sequence');
}
