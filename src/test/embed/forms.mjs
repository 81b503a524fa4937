// The frame, the pasted link, and the page that makes snippets.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { accessible, open, until } from './harness.mjs';
import { CATEGORY } from './newsroom.mjs';
import { SCRIPT, api, browser, desk, feed, folder, pages } from './place.mjs';

export const forms = {
  async 'a frame shows the same, and gets the height of its content'() {
    const source = `${api}/embed/feed?category=${CATEGORY}&limit=3`;
    const frame = `<iframe src="${source}" title="Einbettung" width="480" height="222" frameborder="0"></iframe>`;
    const both = frame + frame.replace('limit=3', 'limit=1').replace('Einbettung"', 'Das Neueste"');
    const { page, log, close } = await open(browser, pages.put('/frame', both, { head: SCRIPT }));
    const heights = () => page.evaluate(() => [...document.querySelectorAll('iframe')].map(each => Number(each.height)));
    await page.waitForFunction(() => [...document.querySelectorAll('iframe')].every(each => each.height !== '222'));
    const inner = page.frames()[1];
    await inner.locator('depesche-feed .headline').nth(2).waitFor();
    let content;
    await until(async () => {
      content = await Promise.all(page.frames().slice(1).map(each => each.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height))));
      return content[0] > content[1] && isDeepStrictEqual(await heights(), content);
    }, 'each frame has the height of its content');
    await page.evaluate(() => window.postMessage({ depescheHeight: 9999 }, '*'));
    await pause(200);
    assert.deepEqual(await heights(), content, 'a message of another window');
    assert.equal(await inner.evaluate(() => document.querySelector('depesche-feed').shadowRoot.querySelectorAll('.headline').length), 3);
    assert.deepEqual(await inner.evaluate(() => window.seen.violations), []);
    assert.deepEqual(log.errors, []);
    await accessible(page, 'frame');
    await page.screenshot({ path: folder + '/frame.png' });
    await close();
    const empty = await open(browser, pages.put('/empty', frame.replace('&limit=3', '&from=2100-01-01')));
    await empty.page.frameLocator('iframe').locator('depesche-feed .message').waitFor();
    await empty.close();
    const sandboxed = frame.replace('<iframe', '<iframe sandbox="allow-scripts"');
    const boxed = await open(browser, pages.put('/sandbox', sandboxed));
    await boxed.page.frames()[1].locator('depesche-feed .headline').nth(2).waitFor();
    await pause(500);
    assert.equal(await boxed.page.frames()[1].locator('depesche-feed .headline').count(), 3, 'in a sandbox');
    assert.equal(await boxed.page.evaluate(() => document.querySelector('iframe').height), '222');
    await boxed.close();
    const scriptless = await open(browser, pages.put('/scriptless', frame), { options: { javaScriptEnabled: false } });
    assert.equal(await scriptless.page.frameLocator('iframe').locator('li a').count(), 3);
    await scriptless.page.screenshot({ path: folder + '/scriptless.png' });
    await scriptless.close();
  },

  async 'a pasted link becomes a quote with a frame'() {
    const { items: [newest] } = await desk.read(`/v1/articles?category=${CATEGORY}&limit=1&usage=syndication`);
    for (const width of [300, 480, 600]) {
      const embed = await desk.read(`/oembed?maxwidth=${width}&dnt=1&url=` + encodeURIComponent(newest.url));
      assert.equal(embed.title, newest.headline);
      assert.ok(embed.thumbnail_width === undefined || embed.thumbnail_width <= width, JSON.stringify(embed));
      const { page, close } = await open(browser, pages.put('/pasted', embed.html));
      await page.frameLocator('iframe').locator('depesche-feed img').waitFor();
      await page.waitForFunction(() => document.querySelector('iframe').width > 0);
      const card = await page.frames()[1].evaluate(() => ({
        height: document.body.getBoundingClientRect().height,
        picture: document.querySelector('depesche-feed').shadowRoot.querySelector('.picture').getBoundingClientRect().width,
      }));
      assert.ok(card.height <= embed.height && embed.height - card.height < 200, `the card is ${card.height} high, its frame ${embed.height}`);
      assert.ok(card.picture > width - 60, `the picture is ${card.picture} wide, the frame ${width}`);
      await page.screenshot({ path: `${folder}/pasted-${width}.png` });
      await close();
      if (width < 320) continue;
      const file = await fetch(embed.thumbnail_url);
      assert.equal(file.status, 200);
    }
  },

  async 'a partner makes the snippet'() {
    const { page, log, close } = await open(browser, api + '/docs/embed');
    await page.locator('#category option', { hasText: 'Einbettung' }).waitFor({ state: 'attached' });
    await page.selectOption('#category', CATEGORY);
    await page.selectOption('#layout', 'cards');
    await page.waitForFunction(() => document.getElementById('snippet').textContent.includes('category="einbettung"'));
    await page.waitForLoadState('networkidle');
    const snippet = await page.locator('#snippet').textContent();
    assert.match(snippet, /integrity="sha384-/);
    assert.deepEqual(await page.evaluate(() => window.seen.violations), []);
    assert.deepEqual(log.errors, []);
    await accessible(page, 'builder');
    await page.waitForFunction(() => [...document.querySelector('depesche-feed').shadowRoot.querySelectorAll('img')].every(each => each.naturalWidth));
    await page.screenshot({ path: folder + '/builder.png', fullPage: true });
    await page.selectOption('#form', 'frame');
    await page.selectOption('#advertising', 'exclude');
    await page.waitForFunction(() => /^<iframe src="[^"]*[?;]advertising=exclude[&"]/.test(document.getElementById('snippet').textContent)
      && document.querySelector('#preview iframe').height !== '600');
    const framed = await page.locator('#snippet').textContent();
    assert.deepEqual(await page.evaluate(() => window.seen.violations), []);
    await close();
    for (const [name, html, count] of [['pasted-element', snippet, 5], ['pasted-frame', framed, 4]]) {
      const pasted = await open(browser, pages.put('/' + name, html));
      const place = name === 'pasted-frame' ? pasted.page.frameLocator('iframe') : pasted.page;
      await place.locator('depesche-feed .headline').first().waitFor();
      assert.equal(await place.locator('depesche-feed .headline').count(), count, name);
      await pasted.close();
    }
  },

  async 'the snippet is never that of former choices'() {
    const { page, close } = await open(browser, api + '/docs/embed');
    const snippet = page.locator('#snippet');
    const note = text => page.locator('#snippet-note', { hasText: text }).waitFor();
    await page.waitForFunction(() => document.getElementById('snippet').textContent.includes('<depesche-feed'));
    let go;
    const held = new Promise(done => { go = done; });
    await page.route('**/v1/articles?**', async route => { await held; await route.fulfill({ status: 500, body: '{}' }); });
    await page.selectOption('#teaser', 'true');
    assert.equal(await snippet.textContent(), '', 'while the preview loads');
    go();
    await note('The news cannot be loaded');
    assert.equal(await snippet.textContent(), '', 'after the preview failed');
    await page.unroute('**/v1/articles?**');
    await page.selectOption('#layout', 'cards');
    await page.waitForFunction(() => document.getElementById('snippet').textContent.includes('layout="cards"'));
    await note('Paste it');
    await page.route('**/v1/categories?**', route => route.abort());
    await page.locator('#site').dispatchEvent('change');
    await note('The categories cannot be loaded');
    assert.equal(await snippet.textContent(), '');
    await close();
  },
};
