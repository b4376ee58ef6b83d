import { expect, test } from '@playwright/test';
import { demo } from './demo';

const path = '/apis/carto.run/v1alpha1/namespaces/storefront/workloads';
const HTML =
  '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
const LINK = 'javascript:window.hacked=1';

test.afterEach(async () => {
  await demo
    .kubernetes('build', 'DELETE', `${path}/hostile`)
    .catch(() => undefined);
});

test('values full of HTML and script links stay text', async ({ page }) => {
  await demo.kubernetes('build', 'POST', path, {
    apiVersion: 'carto.run/v1alpha1',
    kind: 'Workload',
    metadata: {
      name: 'hostile',
      namespace: 'storefront',
      labels: { 'app.kubernetes.io/part-of': 'hostile' },
    },
    spec: { source: { git: { url: LINK, ref: { branch: HTML } } } },
  });
  // As Cartographer writes it: what is created has none.
  await demo.kubernetes('build', 'PATCH', `${path}/hostile/status`, {
    status: {
      supplyChainRef: { kind: 'ClusterSupplyChain', name: 'hostile' },
      resources: [
        {
          name: HTML,
          stampedRef: {
            apiVersion: 'v1',
            kind: 'ConfigMap',
            namespace: 'storefront',
            name: HTML,
            resource: 'configmaps',
          },
          outputs: [
            {
              name: 'url',
              preview: `${LINK}\n`,
              digest: 'sha256:00',
              lastTransitionTime: '2026-11-22T21:20:00Z',
            },
            {
              name: 'config',
              preview: HTML,
              digest: 'sha256:00',
              lastTransitionTime: '2026-11-22T21:20:00Z',
            },
          ],
          conditions: [
            {
              type: 'Healthy',
              status: 'False',
              reason: 'MatchedCondition',
              message: `${HTML} [a](${LINK})`,
            },
            {
              type: 'Ready',
              status: 'False',
              reason: 'MatchedCondition',
              message: HTML,
            },
          ],
        },
      ],
      conditions: [
        { type: 'Ready', status: 'False', reason: 'Hostile', message: HTML },
      ],
    },
  });
  await page.goto('/supply-chain/build/storefront/hostile');
  const stages = page.getByRole('list', { name: /Stages of the supply/ });
  await stages.getByRole('button', { name: /<img src=x/ }).click();
  await expect(page).toHaveURL(/stage=/);
  await expect(
    page.getByRole('main').getByText('[a](javascript:').first(),
  ).toBeVisible();
  await expect(page.locator('a[href^="javascript:"]')).toHaveCount(0);
  await expect(
    page.locator('main img[src="x"], article img[src="x"]'),
  ).toHaveCount(0);
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);

  await page.goto('/supply-chain?q=hostile');
  await expect(
    page.getByRole('link', { name: 'hostile', exact: true }),
  ).toBeVisible();
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
});
