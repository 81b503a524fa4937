// node check.mjs ADDRESS KEY FOLDER: tests the embed of the service at ADDRESS in Chromium, on pages of another origin. KEY is an
// admin's. The screenshots are written to FOLDER. ONLY in the environment is a part of the names of the checks to run.
import { forms } from './forms.mjs';
import { loading } from './loading.mjs';
import { look } from './look.mjs';
import { browser, desk, pages } from './place.mjs';

async function picture() {
  const page = await browser.newPage();
  const bytes = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 1600;
    canvas.height = 1000;
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#2b6777';
    pen.fillRect(0, 0, 1600, 1000);
    pen.fillStyle = '#f0b429';
    pen.fillRect(500, 250, 700, 600);
    const file = await new Promise(done => canvas.toBlob(done, 'image/jpeg', 0.9));
    return [...new Uint8Array(await file.arrayBuffer())];
  });
  await page.close();
  return Uint8Array.from(bytes);
}

const only = process.env.ONLY;
const began = Date.now();
const { url } = await desk.changeSite({ url: pages.origin });
try {
  await desk.fill(await picture());
  const waiting = Object.entries({ ...look, ...loading, ...forms }).filter(([name]) => !only || name.includes(only));
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, check] = next;
      const start = Date.now();
      await check();
      console.log(`embed: ${name} (${Date.now() - start} ms)`);
    }
  };
  await Promise.all([work(), work(), work()]); // most of them wait most of the time
} finally {
  await desk.changeSite({ url: url ?? null });
  await browser.close();
  pages.close();
}
console.log(`embed: all is as it should be (${Math.round((Date.now() - began) / 1000)} s)`);
