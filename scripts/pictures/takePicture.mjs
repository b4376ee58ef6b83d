import { writeFileSync } from 'node:fs';

/** px. What is below is more of the same; a page that is shorter ends where it ends. */
const TALLEST = 1400;
/** Of 100; text stays sharp, and a picture has a third of the bytes of a PNG. */
const QUALITY = 72;

/** Opens a page, waits until nothing is being read any more, and writes what is on it, or one region of it, as WebP. */
export async function takePicture(context, url, file, { shows, region }) {
  const page = await context.newPage();
  try {
    await page.goto(url);
    await page.waitForFunction(
      text =>
        (document.querySelector('main, article')?.textContent?.length ?? 0) >
          200 &&
        !document.querySelector('[aria-busy="true"]') &&
        !/(Reading|Loading) the log/.test(document.body.innerText) &&
        (text === undefined || document.body.innerText.includes(text)),
      shows,
      { timeout: 30_000 },
    );
    const { width, height } = page.viewportSize();
    const needed = await page.evaluate(neededHeight);
    await page.setViewportSize({
      width,
      height: Math.max(height, region ? needed : Math.min(TALLEST, needed)),
    });
    await page.evaluate(() => document.fonts.ready);
    const box =
      region &&
      (await page.getByRole('region', { name: region }).boundingBox());
    const devtools = await page.context().newCDPSession(page);
    const { data } = await devtools.send('Page.captureScreenshot', {
      ...{ format: 'webp', quality: QUALITY },
      ...(box && { clip: { ...box, scale: 1 } }),
    });
    const bytes = Buffer.from(data, 'base64');
    writeFileSync(file, bytes);
    return bytes.length;
  } finally {
    await page.close();
  }
}

/** Runs in the page: how tall it would like to be, whichever element scrolls. */
function neededHeight() {
  const content = document.querySelector('main, article');
  const last = [...(content?.children ?? [])].map(
    each => each.getBoundingClientRect().bottom + window.scrollY,
  );
  const inside = [...document.querySelectorAll('main *, article *')]
    .filter(each => /auto|scroll/.test(getComputedStyle(each).overflowY))
    .map(each => each.getBoundingClientRect().top + each.scrollHeight);
  return Math.ceil(Math.max(0, ...last, ...inside)) + 24;
}
