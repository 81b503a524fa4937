// follow-changes.mjs: hands every public change to a function, for as long as the process runs
import { setTimeout as pause } from 'node:timers/promises';

const api = process.env.CONTENT_API_URL ?? 'http://localhost:8080';

// begin(isExpired): the position after which the changes are wanted. It is asked at the start, and again when the log does not
// have the position any more: whatever was read before has to be read again then.
// changed(change): is awaited, so that the changes come in order.
export async function follow(begin, changed) {
  let since = await begin(false);
  for (;;) {
    const response = await fetch(`${api}/v1/changes?since=${since}&limit=100&wait=30`).catch(() => undefined);
    const body = await response?.json().catch(() => undefined);
    if (response?.ok && body) {
      for (const change of body.items) {
        await changed(change);
        since = change.sequence;
      }
      since = new URL(body.page.next).searchParams.get('since'); // also past entries that are not shown
    } else if (response?.status === 410) {
      since = await begin(true);
    } else if (response?.status === 400) {
      throw new Error(`${since} is no position: ${body?.detail}`); // another attempt would not change that
    } else {
      await pause(1000 * Number(response?.headers.get('Retry-After') ?? 5));
    }
  }
}

// The end of the log: where a process that starts with an empty cache begins.
export async function now() {
  for (;;) {
    const response = await fetch(`${api}/v1/articles?limit=1`, { method: 'HEAD', cache: 'no-store' }).catch(() => undefined);
    if (response?.ok) {
      return Number(response.headers.get('Depesche-Sequence'));
    }
    await pause(5000);
  }
}
