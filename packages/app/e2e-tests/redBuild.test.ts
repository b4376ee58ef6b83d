import { expect, test } from '@playwright/test';

test('a platform engineer is at the first error line in two clicks, and can share it', async ({
  page,
  context,
}) => {
  await page.goto('/supply-chain');
  await page.getByRole('link', { name: 'returns', exact: true }).click();

  await expect(
    page.getByText('Build 2 failed in step build: exit 51, a buildpack failed'),
  ).toBeVisible();
  const excerpt = page.getByRole('region', {
    name: 'First error lines of step build',
  });
  await expect(excerpt.getByText(/npm error 404/).first()).toBeVisible();
  await expect(page.getByText(/Still serving b1\./)).toBeVisible();

  await page.getByRole('link', { name: /Open the log at line \d+/ }).click();
  await expect(page).toHaveURL(/tab=logs/);
  const line = new URL(page.url()).searchParams.get('line');
  expect(line).toMatch(/^\d+$/);
  const marked = page.getByRole('log').locator('[aria-current="true"]');
  await expect(marked).toContainText('npm error');
  const text = await marked.textContent();

  const shared = await context.newPage();
  await shared.goto(page.url());
  await expect(
    shared.getByRole('log').locator('[aria-current="true"]'),
  ).toHaveText(text ?? '');

  // A range grows from it, and is there again after a reload.
  await page.getByRole('log').focus();
  await page.keyboard.press('J');
  await expect(marked).toHaveCount(2);
  await expect(page).toHaveURL(new RegExp(`line=${line}-${Number(line) + 1}`));
  await page.reload();
  await expect(marked).toHaveCount(2);
  await expect(marked.first()).toBeInViewport();
});
