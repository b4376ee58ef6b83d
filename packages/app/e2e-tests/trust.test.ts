import { expect, test, type Page } from '@playwright/test';

async function open(page: Page, image: string) {
  await page.goto(`/supply-chain/images/build/signed/${image}`);
  return page.locator('section', {
    has: page.getByRole('heading', { name: 'Signature and policies' }),
  });
}

test('a security engineer sees that kpack signed the image, with what, and what the cluster asks', async ({
  page,
}) => {
  const trust = await open(page, 'receipts');
  await expect(trust.getByText('Signed by key kpack').first()).toBeVisible();
  await expect(trust.getByText('team=billing env=prod')).toBeVisible();
  await expect(
    trust.getByRole('link', { name: 'https://kpack.io/slsa/signed-build' }),
  ).toBeVisible();
  const policies = trust.getByRole('list', {
    name: 'Policies about this image',
  });
  await expect(policies).toContainText('receipts-are-signed on cluster run');
  await expect(policies).toContainText(
    'enforced: an image that does not meet it is refused',
  );
  await expect(page.getByText('18 MB compressed · 11 layers')).toBeVisible();
  // Who owns it is a click away.
  await expect(
    page.getByRole('link', { name: 'Open in the catalog' }),
  ).toHaveAttribute('href', '/catalog/default/component/receipts');
});

test('… and that somebody put another image in its place, or never signed it', async ({
  page,
}) => {
  const forged = await open(page, 'receipts-forged');
  await expect(forged.getByText('Invalid signature').first()).toBeVisible();
  await expect(
    forged.getByText('The signature is about another image', { exact: false }),
  ).not.toHaveCount(0);
  await expect(forged.getByText(/Signed by/)).toHaveCount(0);
  const unsigned = await open(page, 'receipts-unsigned');
  await expect(unsigned.getByText('Unsigned').first()).toBeVisible();
});

test('… and takes no image for unsigned that the registry does not have', async ({
  page,
}) => {
  await page.goto(
    '/supply-chain/build/storefront/payments?stage=image-provider',
  );
  await expect(page.getByText('Not checked').first()).toBeVisible();
  await expect(
    page.getByText('does not have this image', { exact: false }),
  ).toBeVisible();
});
