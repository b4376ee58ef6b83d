import { expect, test } from '@playwright/test';
import { demo, type DemoPod } from './demo';
import { asShown, copiedLog } from './shownText';

const NAMESPACE = 'backoffice';
const IMAGE = 'reports';
const PAGE = `/supply-chain/build/${NAMESPACE}/${IMAGE}?stage=image-provider`;
const BUILDS = `/apis/kpack.io/v1alpha2/namespaces/${NAMESPACE}/builds`;

type Build = {
  metadata: { name: string; labels: Record<string, string> };
  status: { podName: string };
};

/** Of the image, the newest first. */
async function builds(): Promise<readonly [Build, Build, ...Build[]]> {
  const list = (await demo.kubernetes('build', 'GET', BUILDS)) as {
    items: Build[];
  };
  const numberOf = ({ metadata: { labels } }: Build) =>
    Number(labels['image.kpack.io/buildNumber']);
  const [newest, second, ...older] = list.items
    .filter(({ metadata }) => metadata.labels['image.kpack.io/image'] === IMAGE)
    .sort((a, b) => numberOf(b) - numberOf(a));
  if (!newest || !second) throw new Error(`${IMAGE} has no two builds`);
  return [newest, second, ...older];
}

/** As `kubectl delete pod` does it. */
function deletePod({ status }: Build): Promise<unknown> {
  return demo.kubernetes(
    'build',
    'DELETE',
    `/api/v1/namespaces/${NAMESPACE}/pods/${status.podName}`,
  );
}

/** What there was when the backend started is archived, and no log is asked for any more. */
async function untilArchived(): Promise<void> {
  let asked: number | undefined;
  await expect
    .poll(
      async () => {
        const before = asked;
        asked = (await demo.metrics('build')).requests['get pods/log'];
        return asked !== undefined && asked === before;
      },
      { intervals: [1_000], timeout: 60_000 },
    )
    .toBe(true);
}

test('the log of a build is still there when its pod is deleted, and when kpack deletes the build', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await untilArchived();
  const [newest, second] = await builds();

  await page.goto(`${PAGE}&tab=logs&step=build`);
  await expect(page.getByText(/^\d+ lines, complete$/)).toBeVisible();
  await expect(page.getByText(/This log was archived/)).toBeHidden();
  const before = await copiedLog(page);
  expect(before.length).toBeGreaterThan(100);

  await deletePod(newest);
  await expect(async () => {
    await page.reload();
    await expect(
      page.getByText(
        /The pod is gone\. This log was archived .*It is complete\./,
      ),
    ).toBeVisible();
  }).toPass();
  await expect(page.getByText(/^\d+ lines, complete$/)).toBeVisible();
  expect(await copiedLog(page)).toBe(before);

  // A link to a line of it leads there.
  await page.goto(`${PAGE}&tab=logs&step=build&line=3`);
  await expect(
    page.getByRole('log').locator('[aria-current="true"]'),
  ).toContainText(before.split('\n')[2]?.trim() ?? '');

  await deletePod(second);
  await demo.kubernetes('build', 'DELETE', `${BUILDS}/${second.metadata.name}`);
  await page.goto(`${PAGE}&tab=history`);
  const row = page.getByRole('row', { name: /its log is archived/ });
  await expect(row).toHaveCount(1);
  await row.getByRole('link').first().click();
  await page.getByRole('tab', { name: 'Logs' }).click();
  await expect(page.getByText(/This log was archived/)).toBeVisible();
  await expect(page.getByText(/^\d+ lines?, complete$/)).toBeVisible();
});

test('the log of a test is read where its stage is, also when its pod is deleted', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await untilArchived();
  const namespace = 'backoffice';
  const list = (await demo.kubernetes(
    'build',
    'GET',
    `/apis/tekton.dev/v1/namespaces/${namespace}/taskruns`,
  )) as {
    items: { metadata: { name: string }; status: { podName: string } }[];
  };
  const run = list.items.find(({ metadata }) =>
    metadata.name.startsWith('pricing-test-'),
  );
  const stagePage = `/supply-chain/build/${namespace}/pricing?stage=source-tester&tab=logs`;
  await page.goto(stagePage);
  const stage = page.getByRole('region', { name: 'Source Tester' });
  await expect(stage.getByText(/^\d+ lines, complete$/)).toBeVisible();
  await expect(stage.getByText(/This log was archived/)).toBeHidden();
  const before = await copiedLog(page);
  expect(before).toContain('not ok 1');

  await demo.kubernetes(
    'build',
    'DELETE',
    `/api/v1/namespaces/${namespace}/pods/${run?.status.podName}`,
  );
  await expect(async () => {
    await page.reload();
    await expect(
      stage.getByText(
        /The pod is gone\. This log was archived .*It is complete\./,
      ),
    ).toBeVisible();
  }).toPass();
  await expect(stage.getByText(/^\d+ lines, complete$/)).toBeVisible();
  expect(await copiedLog(page)).toBe(before);
});

test.describe('a cluster', () => {
  test.afterEach(() => demo.mend('build'));

  test('dies in the middle of a log: the archive goes on, and the cluster is named', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await untilArchived();
    const pod: DemoPod = {
      ...{ cluster: 'build', namespace: 'storefront' },
      name: 'checkout-build-4-build-pod',
    };
    const written = async (step: string) => asShown(await demo.log(pod, step));
    const [prepare, build] = [await written('prepare'), await written('build')];

    // So slowly that all steps together take minutes.
    await demo.trouble('build', { slowLogBytesPerSecond: 60 });
    await page.goto(
      '/supply-chain/build/storefront/checkout?stage=image-provider&tab=logs&step=prepare',
    );
    await expect(
      page.getByRole('log').getByText(prepare.split('\n')[0] ?? ''),
    ).toBeVisible();
    await demo.trouble('build', { dead: true });
    await demo.endWatches('build');

    const fromArchive = page.getByText(
      /Cluster build does not answer\. This log is from the archive, .*It is complete\./,
    );
    for (const [step, text] of [
      ['build', build],
      ['prepare', prepare],
    ] as const) {
      await page.getByRole('button', { name: `Succeeded ${step}` }).click();
      await expect(page.getByText(/^\d+ lines?, complete$/)).toBeVisible();
      expect(await copiedLog(page)).toBe(text);
      if (step === 'build') await expect(fromArchive).toBeVisible();
    }
  });
});
