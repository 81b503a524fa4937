// follow-next.mjs: a small process beside Next.js that forwards the change log to app/api/changed
import { setTimeout as pause } from 'node:timers/promises';
import { follow, now } from './follow-changes.mjs';

// Until Next.js has taken it: a change that gets lost leaves a page stale for ever.
async function forward(change) {
  for (;;) {
    const response = await fetch(process.env.FRONT_END_URL + '/api/changed', {
      method: 'POST',
      headers: { Authorization: `Bearer ${process.env.REVALIDATE_KEY}` },
      body: JSON.stringify(change),
    }).catch(() => undefined);
    if (response?.ok) {
      return;
    }
    console.error(`Next.js does not take change ${change.sequence}: ${response?.status ?? 'no answer'}`);
    await pause(1000);
  }
}

// What changed while this process did not run is unknown: a change without tags expires everything.
async function begin() {
  const sequence = await now();
  await forward({ sequence });
  return sequence;
}

await follow(begin, forward);
