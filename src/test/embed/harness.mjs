// Pages of another origin, and what a test of them needs.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import assert from 'node:assert/strict';

const require = createRequire(import.meta.url);
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Serves pages by their path, and passes /proxy on to the API. */
export async function hostPages(api) {
  const pages = new Map();
  const server = createServer(async (request, response) => {
    const path = request.url.replace(/\?.*/, '');
    if (request.url.startsWith('/proxy/')) {
      const answer = await fetch(api + request.url.slice('/proxy'.length));
      response.writeHead(answer.status, { 'Content-Type': answer.headers.get('content-type') });
      response.end(Buffer.from(await answer.arrayBuffer()));
      return;
    }
    if (path === '/self-hosted.js') {
      response.writeHead(200, { 'Content-Type': 'text/javascript' });
      response.end(Buffer.from(await (await fetch(api + '/embed.js')).arrayBuffer()));
      return;
    }
    if (path === '/favicon.ico') {
      response.writeHead(204);
      response.end();
      return;
    }
    const page = pages.get(path);
    response.writeHead(page ? 200 : 404, { 'Content-Type': 'text/html;charset=utf-8', ...(page ? page.headers : {}) });
    response.end(page ? page.html : '');
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    put(path, body, { headers = {}, head = '', lang = 'de' } = {}) {
      pages.set(path, {
        headers,
        html: `<!DOCTYPE html><html lang="${lang}"><head><meta charset="UTF-8"><title>Partner</title>${head}</head>`
          + `<body><main><h1>Partner</h1><h2>Nachrichten</h2>${body}<p id="below">Darunter</p></main></body></html>`,
      });
      return origin + path;
    },
    close: () => server.close(),
  };
}

/** Waits for a state for half a minute, however slow the machine is. */
export async function until(holds, what) {
  for (let tries = 0; !await holds(); tries++) {
    assert.ok(tries < 600, what);
    await new Promise(done => setTimeout(done, 50));
  }
}

/** Counts timers, violations of the policy and layout shifts from the start of each page. */
export function watch() {
  const seen = { violations: [], shift: 0, timers: new Set() };
  Object.defineProperty(window, 'seen', { value: seen });
  document.addEventListener('securitypolicyviolation', event => seen.violations.push(event.violatedDirective + ' ' + event.blockedURI));
  new PerformanceObserver(list => list.getEntries().forEach(entry => { seen.shift += entry.value; }))
    .observe({ type: 'layout-shift', buffered: true });
  const { setTimeout: set, clearTimeout: clear } = window;
  window.setTimeout = (run, ...others) => {
    const timer = set(() => { seen.timers.delete(timer); run(); }, ...others);
    seen.timers.add(timer);
    return timer;
  };
  window.clearTimeout = timer => { seen.timers.delete(timer); clear(timer); };
}

/** A page with a log of its requests and errors. */
export async function open(browser, address, { options = {}, prepare = async () => {} } = {}) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 }, locale: 'de-DE', ...options });
  const page = await context.newPage();
  const log = { requests: [], errors: [] };
  page.on('request', request => log.requests.push(request.url()));
  page.on('console', message => { if (message.type() === 'error') log.errors.push(message.text()); });
  page.on('pageerror', error => log.errors.push(String(error)));
  await page.addInitScript(watch);
  await prepare(page);
  await page.goto(address, { waitUntil: 'load' });
  return { page, log, close: () => context.close() };
}

/** Waits until each element on the page has loaded, or has failed. */
export async function settled(page) {
  await page.waitForFunction(() => [...document.querySelectorAll('depesche-feed')]
    .every(feed => feed.shadowRoot && feed.shadowRoot.querySelector('.headline, .message')), undefined, { timeout: 15000 });
}

export async function accessible(page, what) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  assert.deepEqual(violations.map(each => each.id + ': ' + each.nodes.map(node => node.target.join(' ') + ' ' + node.failureSummary).join('; ')), [], what);
}

/** What the element shows. */
export const shown = page => page.locator('depesche-feed').first().evaluate(feed => {
  const text = part => [...feed.shadowRoot.querySelectorAll('.' + part)].map(each => each.textContent);
  const light = feed.querySelector('ul');
  return {
    headlines: text('headline'), marks: text('mark'), messages: text('message'), credits: text('credit'), foot: text('foot'),
    times: text('time'), fallback: Boolean(light && light.checkVisibility()),
  };
});
