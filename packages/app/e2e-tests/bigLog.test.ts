import { expect, test, type Page } from '@playwright/test';

const LINES = 100_000;
const A_MESSAGE = 2_000;
const NEEDLE = 77_777;

/** A log as the backend sends it, of so many lines; one of them, and the last but one, hold what is searched. */
function manyLines(): string {
  const messages: unknown[] = [];
  for (let from = 0; from < LINES; from += A_MESSAGE) {
    const lines = Array.from({ length: A_MESSAGE }, (_, n) => {
      const number = from + n + 1;
      const isFound = number === NEEDLE || number === LINES - 1;
      return `\u001b[34mcompiling\u001b[0m module ${number} of ${LINES}${
        isFound ? ', found the needle' : ''
      }`;
    });
    const at = '2026-11-22T21:21:28.051322999Z';
    messages.push({
      type: 'lines',
      step: 'build',
      text: lines.join('\n'),
      times: lines.map(() => at),
      cursor: `build~${at}~${from + A_MESSAGE}`,
    });
  }
  messages.push({ type: 'step-end', step: 'build' });
  messages.push({ type: 'end', resume: false });
  return messages.map(message => `${JSON.stringify(message)}\n`).join('');
}

const current = (page: Page) =>
  page.getByRole('log').locator('mark').filter({ visible: true });

test('a hundred thousand lines are searched by keyboard', async ({ page }) => {
  const body = manyLines();
  await page.route(/\/logs\?.*follow=true/, route =>
    route.fulfill({ contentType: 'application/x-ndjson', body }),
  );
  await page.goto(
    '/supply-chain/build/storefront/payments?stage=image-provider&tab=logs&step=build',
  );
  await expect(page.getByText('100,000 lines, complete')).toBeVisible();
  const log = page.getByRole('log');

  await page.keyboard.press('/');
  await page.keyboard.type('the needle');
  await expect(page.getByText('1 of 2')).toBeVisible();
  await expect(log.locator(`[data-line="${NEEDLE}"]`)).toContainText(
    'found the needle',
  );
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 of 2')).toBeVisible();
  await expect(log.locator(`[data-line="${LINES - 1}"]`)).toBeInViewport();
  await page.keyboard.press('Shift+Enter');
  await expect(page.getByText('1 of 2')).toBeVisible();
  await expect(log.locator(`[data-line="${NEEDLE}"]`)).toBeInViewport();
  await expect(current(page)).toHaveText(['the needle']);

  // Out of the field, to the keys of the log.
  await page.keyboard.press('Tab');
  await page.keyboard.press('m');
  await expect(log.locator('[data-line]')).toHaveCount(3 + 1 + 3 + 3 + 1 + 1);
  await expect(log.getByText('⋯ 77,773 lines')).toBeVisible();
  await page.keyboard.press('m');
  await page.keyboard.press('g');
  await expect(log.locator('[data-line="1"]')).toBeInViewport();
  await page.keyboard.press('G');
  await expect(log.locator(`[data-line="${LINES}"]`)).toBeInViewport();

  const nodes = await log.evaluate(area => area.querySelectorAll('*').length);
  expect(nodes).toBeLessThanOrEqual(500);
});
