import { expect, test, type Page } from '@playwright/test';

/** Tab until something with this name has the focus; a page where it never comes is a page one cannot use. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      // Nothing has the focus: the body's text is that of the whole page.
      if (element === document.body) return '';
      return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    });
    if (name.test(focused.trim())) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No way by keyboard to ${name}`);
}

test('from the list to tag, reason and logs by keyboard alone', async ({
  page,
}) => {
  await page.goto('/supply-chain?q=payments');
  await expect(
    page.getByRole('link', { name: 'payments', exact: true }),
  ).toBeVisible();
  await tabTo(page, /^payments$/);
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('heading', { name: 'payments', level: 1 }),
  ).toBeVisible();

  await tabTo(page, /Source Provider|Image Provider/);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/stage=image-provider/);
  await expect(
    page.getByText('The CNB lifecycle moved from 0.20.19 to 0.21.17'),
  ).toBeVisible();

  await tabTo(page, /^Overview$/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Logs' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(page.getByRole('log')).toContainText(/\S/);
});
