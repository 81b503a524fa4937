// When the element asks for news, and what it does without them.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { accessible, open, settled, shown, until } from './harness.mjs';
import { CATEGORY } from './newsroom.mjs';
import { FALLBACK, HASHED, SCRIPT, STRICT, api, browser, feed, folder, lists, pages } from './place.mjs';

// The outcomes of all attempts to load, as the page around the element sees them.
function recordEvents() {
  window.outcomes = [];
  for (const name of ['depesche-load', 'depesche-error']) addEventListener(name, () => window.outcomes.push(name));
}
const events = page => page.evaluate(() => window.outcomes);

export const loading = {
  async 'the fallback stays while the API is slow, and nothing moves'() {
    const wide = await open(browser, pages.put('/wide', `<div style="width:480px">${feed('limit="3"')}</div>`, { head: SCRIPT }));
    await settled(wide.page);
    const height = await wide.page.locator('depesche-feed').evaluate(each => Math.ceil(each.getBoundingClientRect().height));
    await wide.close();
    for (const fallback of [FALLBACK, '']) {
      const body = `<div style="width:480px">${feed(`limit="3" height="${height}"`, fallback)}</div>`
        + '<div style="height:800px;background:#ddd">Ein langer Text</div>';
      let answer;
      const asked = new Promise(done => { answer = done; });
      const prepare = each => each.route('**/v1/articles?**', async route => { await asked; await route.continue(); });
      const { page, close } = await open(browser, pages.put('/slow', body, { headers: {}, head: SCRIPT }), { prepare });
      await pause(500);
      assert.equal((await shown(page)).fallback, fallback !== '');
      assert.equal(await page.locator('depesche-feed').evaluate(each => Boolean(each.shadowRoot.querySelector('.blank')?.checkVisibility())), fallback === '');
      await page.screenshot({ path: `${folder}/slow${fallback ? '' : '-without-fallback'}.png` });
      answer();
      await settled(page);
      await page.waitForFunction(() => document.querySelector('depesche-feed').shadowRoot.querySelector('.headline'));
      await pause(300);
      const shift = await page.evaluate(() => window.seen.shift);
      assert.ok(shift <= 0.02, `layout shift ${shift}`);
      await close();
    }
  },

  async 'the fallback stays when the API fails, is absent or too slow'() {
    const answers = {
      failing: route => route.fulfill({ status: 500, headers: { 'Access-Control-Allow-Origin': '*' }, body: '{}' }),
      strange: route => route.fulfill({ status: 200, headers: { 'Access-Control-Allow-Origin': '*' }, body: '[]' }),
      absent: route => route.abort('connectionrefused'),
      late: async route => { await pause(4000); await route.abort().catch(() => {}); },
    };
    for (const [name, answer] of Object.entries(answers)) {
      const { page, close } = await open(browser, pages.put('/' + name, feed('timeout="1"'), { head: SCRIPT }), {
        prepare: async each => { await each.addInitScript(recordEvents); await each.route('**/v1/articles?**', answer); },
      });
      await settled(page);
      assert.deepEqual(await events(page), ['depesche-error'], name);
      const { messages, fallback, headlines } = await shown(page);
      assert.deepEqual(messages, ['Die Nachrichten können gerade nicht geladen werden.'], name);
      assert.equal(fallback, true, name);
      assert.deepEqual(headlines, []);
      await accessible(page, name);
      if (name === 'failing') await page.screenshot({ path: folder + '/failing.png' });
      await close();
    }
    const blocked = await open(browser, pages.put('/blocked', feed(), { head: SCRIPT }), { prepare: page => page.route('**/embed.js', route => route.abort()) });
    assert.equal(await blocked.page.locator('depesche-feed a').isVisible(), true);
    await blocked.close();
  },

  async 'what an answer says cannot run'() {
    const items = [{
      headline: '<img src=x onerror=alert(1)>', url: 'javascript:alert(1)', publishedAt: 'never', image: { src: 'data:,x', srcset: 'javascript:x 1w' },
    }, { headline: null, url: 7, publishedAt: '2026-13-40T25:61:00Z', advertising: {}, attribution: { name: '<b>', url: 'ftp://x' } }];
    const answer = route => route.fulfill({ status: 200, headers: { 'Access-Control-Allow-Origin': '*' }, contentType: 'application/json', body: JSON.stringify({ items }) });
    const { page, close } = await open(browser, pages.put('/nasty', feed(), { head: SCRIPT }), { prepare: each => each.route('**/v1/articles?**', answer) });
    await settled(page);
    assert.equal((await shown(page)).headlines[0], '<img src=x onerror=alert(1)>');
    assert.deepEqual(await page.locator('depesche-feed').evaluate(each => [...each.shadowRoot.querySelectorAll('a')].map(link => link.href)), []);
    assert.deepEqual((await shown(page)).marks, ['Anzeige']);
    await close();
  },

  async 'a script that is there three times does no harm'() {
    const head = SCRIPT + `<script src="${api}${HASHED}"></script>`;
    const { page, log, close } = await open(browser, pages.put('/thrice', feed() + feed(), { head }));
    await page.addScriptTag({ url: api + '/embed.js?_=3' });
    await settled(page);
    assert.equal(lists(log).length, 1);
    assert.deepEqual(log.errors, []);
    await close();
  },

  async 'the former names of attributes filter, and are observed'() {
    const former = feed('paid="exclude" has-image="true" exclude-collection="start"');
    const { page, log, close } = await open(browser, pages.put('/former', former, { headers: STRICT, head: SCRIPT }));
    await page.waitForFunction(() => document.querySelector('depesche-feed').shadowRoot.querySelector('[aria-busy=false]'));
    const sent = () => Object.fromEntries(new URL(lists(log).at(-1)).searchParams);
    assert.equal(sent().advertising, 'exclude');
    assert.equal(sent().hasImage, 'true');
    assert.equal(sent().excludeCollection, 'start');
    await page.evaluate(() => document.querySelector('depesche-feed').setAttribute('paid', 'only'));
    await until(() => sent().advertising === 'only', 'the former name is observed');
    await page.evaluate(() => document.querySelector('depesche-feed').setAttribute('advertising', 'include'));
    await until(() => sent().advertising === 'include', 'the present name goes first');
    await page.evaluate(() => document.querySelector('depesche-feed').removeAttribute('exclude-collection'));
    await page.locator('depesche-feed .headline').nth(3).waitFor();
    assert.equal((await shown(page)).headlines.length, 4, 'those with a picture');
    assert.deepEqual(await page.evaluate(() => window.seen.violations), []);
    await close();
  },

  async 'moves fetch nothing, and what is removed ends'() {
    const { page, log, close } = await open(browser, pages.put('/moves', feed('refresh="1"') + '<div id="other"></div>', { head: SCRIPT }));
    await settled(page);
    await page.evaluate(() => {
      const moved = document.querySelector('depesche-feed');
      for (let i = 0; i < 100; i++) (i % 2 ? document.querySelector('main') : document.getElementById('other')).append(moved);
    });
    await pause(300);
    assert.equal(lists(log).length, 1, 'moves');
    await page.evaluate(() => {
      const changed = document.querySelector('depesche-feed');
      for (const limit of [1, 2, 3]) changed.setAttribute('limit', limit);
      changed.setAttribute('layout', 'cards');
    });
    await page.waitForFunction(() => document.querySelector('depesche-feed').shadowRoot.querySelectorAll('.headline').length === 3);
    assert.equal(lists(log).length, 2, 'attributes');
    await page.evaluate(() => document.querySelector('depesche-feed').remove());
    await until(async () => await page.evaluate(() => window.seen.timers.size) === 0, 'timers');
    await close();
    const loading = await open(browser, pages.put('/loading', feed() + '<div id="other"></div>', { head: SCRIPT }), {
      prepare: each => each.route('**/v1/articles?**', async route => { await pause(600); await route.continue(); }),
    });
    await loading.page.evaluate(() => document.getElementById('other').append(document.querySelector('depesche-feed')));
    await settled(loading.page);
    assert.equal(lists(loading.log).length, 1, 'a move while the news load');
    assert.equal((await shown(loading.page)).headlines.length, 5);
    await loading.close();
    const aborted = [];
    const slow = await open(browser, pages.put('/removed', feed(), { head: SCRIPT }), {
      prepare: each => {
        each.on('requestfailed', request => aborted.push(request.url()));
        return each.route('**/v1/articles?**', () => {});
      },
    });
    await slow.page.evaluate(() => document.querySelector('depesche-feed').remove());
    await until(() => aborted.length === 1, 'the request of a removed element is aborted');
    assert.equal(await slow.page.evaluate(() => window.seen.timers.size), 0);
    await slow.close();
  },

  async 'a refresh reads again, and a failed one keeps the news'() {
    const prepare = async page => { await page.clock.install(); await page.addInitScript(recordEvents); };
    const { page, log, close } = await open(browser, pages.put('/refresh', feed('refresh="1"'), { head: SCRIPT }), { prepare });
    await settled(page);
    await page.evaluate(() => { window.first = document.querySelector('depesche-feed').shadowRoot.querySelector('.headline'); });
    await page.route('**/v1/articles?**', route => route.abort());
    const again = async () => {
      const known = (await events(page)).length;
      await page.clock.fastForward(61000);
      await until(async () => (await events(page)).length > known, 'a refresh ends');
    };
    await again();
    await again();
    assert.equal(lists(log).length, 3);
    assert.equal((await shown(page)).headlines.length, 5);
    const isKept = () => page.evaluate(() => window.first === document.querySelector('depesche-feed').shadowRoot.querySelector('.headline'));
    assert.equal(await isKept(), true, 'a failure rebuilds the list');
    await page.unroute('**/v1/articles?**');
    await again();
    assert.equal(await isKept(), true, 'the same news rebuild the list');
    assert.deepEqual(await events(page), ['depesche-load', 'depesche-error', 'depesche-error', 'depesche-load']);
    await page.evaluate(() => document.querySelector('depesche-feed').setAttribute('layout', 'cards'));
    await page.clock.fastForward(100);
    await page.locator('depesche-feed .cards').waitFor();
    assert.equal((await events(page)).length, 4, 'another look loads nothing');
    await close();
  },

  async 'a language that is none does not stop the element'() {
    for (const [lang, label, time] of [['de-', 'Nachrichten', /^\d\d?\.\d\d?\.\d{4}/], ['de, en', 'Nachrichten', /^\d\d?\.\d\d?\.\d{4}/],
      ['en_GB', 'News', /^[A-Z][a-z]{2} \d/], ['x', 'News', /^[A-Z][a-z]{2} \d/]]) {
      const { page, log, close } = await open(browser, pages.put('/strange-language', feed(`lang="${lang}"`), { head: SCRIPT }));
      await settled(page);
      const { headlines, times } = await shown(page);
      assert.equal(headlines.length, 5, lang);
      assert.match(times[0], time, lang);
      assert.equal(await page.locator('depesche-feed ul.list').getAttribute('aria-label'), label, lang);
      assert.deepEqual(log.errors, [], lang);
      await close();
    }
  },

  async 'with a proxy no request leaves the host of the page'() {
    const body = `<depesche-feed api="/proxy" category="${CATEGORY}"></depesche-feed>`;
    const { page, log, close } = await open(browser, pages.put('/proxied', body, { head: '<script src="/self-hosted.js"></script>' }));
    await settled(page);
    await page.waitForLoadState('networkidle');
    assert.equal((await shown(page)).headlines.length, 5);
    assert.ok(log.requests.some(url => url.includes('/proxy/media/')));
    assert.deepEqual([...new Set(log.requests.map(url => new URL(url).origin))], [pages.origin]);
    await close();
  },
};
