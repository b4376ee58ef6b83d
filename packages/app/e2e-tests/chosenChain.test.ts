import { expect, test } from '@playwright/test';
import { demo } from './demo';

const API = '/apis/carto.run/v1alpha1';
const CHAINS = `${API}/clustersupplychains`;
const WORKLOADS = `${API}/namespaces/storefront/workloads`;
const NAME = 'chosen';
const LABEL = 'example.com/journey';
const PAGE = `/supply-chain/build/storefront/${NAME}`;

const stage = (name: string, ...inputs: string[]) => ({
  name,
  templateRef: { kind: 'ClusterSourceTemplate', name: `${name}-template` },
  ...(inputs.length > 0 && {
    sources: inputs.map(each => ({ name: each, resource: each })),
  }),
});
const stamped = (name: string, ...inputs: string[]) => ({
  name,
  templateRef: {
    ...{ apiVersion: 'carto.run/v1alpha1', kind: 'ClusterSourceTemplate' },
    name: `${name}-template`,
  },
  inputs: inputs.map(each => ({ name: each })),
  outputs: [{ name: 'revision', preview: 'main\n', digest: 'sha256:00' }],
});

/** A chain that selects by a label of its own, and a workload with some label. */
async function create(label: Record<string, string>, status: object) {
  await demo.kubernetes('build', 'POST', CHAINS, {
    apiVersion: 'carto.run/v1alpha1',
    kind: 'ClusterSupplyChain',
    metadata: { name: NAME },
    spec: {
      selector: { [LABEL]: 'walked' },
      resources: [stage('source'), stage('test', 'source')],
    },
  });
  await demo.kubernetes('build', 'POST', WORKLOADS, {
    apiVersion: 'carto.run/v1alpha1',
    kind: 'Workload',
    metadata: { name: NAME, namespace: 'storefront', labels: label },
    spec: { source: { git: { url: 'https://git.example.com/chosen' } } },
  });
  // As Cartographer writes it: what is created has none.
  await demo.kubernetes('build', 'PATCH', `${WORKLOADS}/${NAME}/status`, {
    status,
  });
}
const ready = (status: string, reason: string) => ({
  conditions: [{ type: 'SupplyChainReady', status, reason, message: '' }],
});
const STAMPED = {
  ...ready('True', 'Ready'),
  supplyChainRef: { kind: 'ClusterSupplyChain', name: NAME },
  resources: [stamped('source'), stamped('test', 'source')],
};

test.afterEach(async () => {
  for (const path of [`${WORKLOADS}/${NAME}`, `${CHAINS}/${NAME}`])
    await demo.kubernetes('build', 'DELETE', path).catch(() => undefined);
});

test('a chain that is changed is told beside what was stamped by it', async ({
  page,
}) => {
  await create({ [LABEL]: 'walked' }, STAMPED);
  await page.goto(PAGE);
  const changes = page.getByRole('list', {
    name: 'The supply chain is not what this was stamped by',
  });
  const stages = page.getByRole('list', { name: /Stages of the supply/ });
  await expect(stages.getByRole('button', { name: /^Test/ })).toBeVisible();
  await expect(changes).toBeHidden();

  await demo.kubernetes('build', 'PATCH', `${CHAINS}/${NAME}`, {
    spec: {
      resources: [
        stage('source'),
        stage('scan', 'source'),
        stage('test', 'scan'),
      ],
    },
  });
  await expect(changes.getByRole('listitem')).toHaveText([
    'Stage Scan is new.',
    'Stage Test takes its input from Scan now, not from Source.',
  ]);
  await expect(stages.getByRole('button', { name: /^Scan/ })).toBeVisible();

  await demo.kubernetes('build', 'PATCH', `${CHAINS}/${NAME}`, {
    spec: { selector: { [LABEL]: 'run' } },
  });
  await expect(
    changes.getByText(
      `Supply chain ${NAME} no longer selects it: ${LABEL} is walked, must be run.`,
    ),
  ).toBeVisible();
});

test('a label that is nearly right is asked for in the headline', async ({
  page,
}) => {
  await create({ [LABEL]: 'waked' }, ready('False', 'SupplyChainNotFound'));
  await page.goto(PAGE);
  await expect(
    page.getByText(
      `No supply chain selects this workload: ${LABEL} is waked, did you mean walked?`,
    ),
  ).toBeVisible();
  await expect(page.getByText('The developer can fix this.')).toBeVisible();
});

test('a workload that is deleted while its page is open stays as it was, and is told to be gone', async ({
  page,
}) => {
  await create({ [LABEL]: 'walked' }, STAMPED);
  await page.goto(PAGE);
  const stages = page.getByRole('list', { name: /Stages of the supply/ });
  await expect(stages.getByRole('button')).toHaveCount(2);

  await demo.kubernetes('build', 'DELETE', `${WORKLOADS}/${NAME}`);
  const gone = page.getByRole('alert').filter({ hasText: NAME });
  await expect(gone).toContainText(`${NAME} is not there any more`);
  await expect(gone).toContainText('What is shown is its last known state.');
  await expect(stages.getByRole('button')).toHaveCount(2);

  // Who comes now finds nothing.
  await page.reload();
  await expect(
    page.getByText(/does not exist, or you may not see it/),
  ).toBeVisible();
});
