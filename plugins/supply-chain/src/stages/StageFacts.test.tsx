import type {
  StageDetailView,
  StageFacts,
  StageRunView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SupplyChainError } from '../api/SupplyChainError';
import { FixtureApi } from '../testing/FixtureApi';
import { renderWithApi } from '../testing/renderWithApi';
import { StagePanel } from './StagePanel';

const REF = { cluster: 'build', namespace: 'storefront', name: 'checkout' };
// eslint-disable-next-line no-script-url -- what a hostile object would say
const SCRIPT = 'javascript:alert(1)';

function detail(more: Partial<StageDetailView>): StageDetailView {
  return {
    workload: REF,
    stage: {
      name: 'it',
      title: 'It',
      phase: { kind: 'ready' },
      stale: false,
      stampedRef: { apiVersion: 'v1', kind: 'Thing', name: 'checkout' },
      outputs: [],
      conditions: [],
    },
    inputs: [],
    object: { ref: REF, resource: 'things.acme.example' },
    problems: [],
    ...more,
  };
}

async function show(
  more: Partial<StageDetailView>,
  search = '',
  api = new FixtureApi(),
) {
  await renderWithApi(
    api.show({ type: 'stage', ref: REF, stage: 'it' }, detail(more)),
    <StagePanel workload={REF} stage="it" />,
    `/?stage=it${search}`,
  );
  return api;
}

const facts = (of: StageFacts) => show({ facts: of });

describe('a stage tells by its kind', () => {
  it('a source: where from, what, when, and why the last fetch failed', async () => {
    await facts({
      kind: 'source',
      from: 'git',
      url: 'https://git.example/shop',
      follows: 'branch main',
      suspended: true,
      revision: 'main@sha1:433a68c',
      artifact: { bytes: 361, digest: 'sha256:1' },
      failure: { says: 'repository not found' },
    });
    expect(
      screen.getByRole('link', { name: /git\.example\/shop/ }),
    ).toHaveAttribute('href', 'https://git.example/shop');
    expect(screen.getByText('branch main')).toBeInTheDocument();
    expect(screen.getByText('361 B')).toBeInTheDocument();
    expect(
      screen.getByText(/last fetch failed: repository not found/),
    ).toBeInTheDocument();
    expect(screen.getByText(/Suspended/)).toBeInTheDocument();
  });

  it('a scan: counts by severity and the policy that it violates', async () => {
    await facts({
      kind: 'scan',
      of: 'image',
      scanned: 'registry.example/shop@sha256:1',
      counts: {
        critical: 1,
        high: 3,
        medium: 10,
        low: 5,
        unknown: 0,
        total: 19,
      },
      policy: {
        name: 'scan-policy',
        verdict: 'violated',
        says: 'Policy violated because of 4 CVEs',
        notAllowed: ['Critical', 'High'],
        ignored: [],
      },
      results: SCRIPT,
      pods: [],
    });
    const counts = screen.getByRole('list', {
      name: '19 known vulnerabilities',
    });
    expect(
      within(counts)
        .getAllByRole('listitem')
        .map(each => each.textContent),
    ).toEqual([
      '1Critical',
      '3High',
      '10Medium',
      '5Low',
      '0Unknown',
      '19In all',
    ]);
    expect(screen.getByText(/because of 4 CVEs/)).toBeInTheDocument();
    expect(screen.getByText('Critical, High')).toBeInTheDocument();
    expect(screen.getByText(SCRIPT)).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: SCRIPT }),
    ).not.toBeInTheDocument();
  });

  it('conventions: in order, and each change of the pod', async () => {
    await facts({
      kind: 'conventions',
      applied: ['acme/port', 'acme/probe'],
      changes: [
        {
          path: 'spec.containers.workload.env.PORT',
          kind: 'added',
          new: '8080',
          redacted: false,
        },
      ],
      cut: false,
    });
    expect(
      screen.getAllByRole('listitem').map(each => each.textContent),
    ).toEqual(['acme/port', 'acme/probe']);
    expect(
      screen.getByText('spec.containers.workload.env.PORT'),
    ).toBeInTheDocument();
  });

  it('configuration: its files as text, and that they are what went on', async () => {
    await facts({
      kind: 'config',
      handedOn: 'proved',
      files: [
        {
          name: 'delivery.yml',
          text: 'kind: Service\n<b>not bold</b>',
          cut: false,
          redacted: true,
          objects: ['Service shop'],
        },
      ],
    });
    expect(
      screen.getByRole('region', { name: 'delivery.yml' }),
    ).toHaveTextContent('kind: Service <b>not bold</b>');
    expect(screen.getByText('Service shop')).toBeInTheDocument();
    expect(screen.getByText(/proved by its digest/)).toBeInTheDocument();
    expect(
      screen.getByText(/Values of variables are hidden/),
    ).toBeInTheDocument();
  });

  it('a writer: the pull request that waits, where nothing tells its state', async () => {
    await facts({
      kind: 'writer',
      repository: 'https://git.example/gitops/shop',
      branch: 'main',
      pullRequest: {
        url: 'https://git.example/gitops/shop/-/merge_requests/765',
        number: '!765',
        title: 'ready for review',
      },
    });
    expect(
      screen.getByRole('link', { name: /Pull request !765/ }),
    ).toHaveAttribute(
      'href',
      'https://git.example/gitops/shop/-/merge_requests/765',
    );
    expect(
      screen.getByText(/its state is not known to the cluster/),
    ).toBeInTheDocument();
  });

  it('whatever an integrator tells', async () => {
    await facts({
      kind: 'rows',
      title: 'Licences',
      rows: [{ name: 'GPL', value: '3', url: 'https://licences.example' }],
    });
    expect(
      screen.getByRole('heading', { name: 'Licences' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /3/ })).toHaveAttribute(
      'href',
      'https://licences.example',
    );
  });

  it('that its object is gone', async () => {
    await show({ gone: true });
    expect(screen.getByText(/not there any more/)).toBeInTheDocument();
  });

  it('events, a repeated one once', async () => {
    await show({
      events: [
        {
          ...{ kind: 'Thing', name: 'checkout', reason: 'Failed', count: 216 },
          ...{ message: 'no repository', isWarning: true },
        },
      ],
    });
    const events = screen.getByRole('list', { name: 'Events' });
    expect(within(events).getAllByRole('listitem')).toHaveLength(1);
    expect(events).toHaveTextContent(
      /Warning.*Failed.*216 times.*no repository/,
    );
  });
});

const run = (
  name: string,
  phase: StageRunView['phase'],
  more: Partial<StageRunView> = {},
): StageRunView => ({
  ...{ kind: 'TaskRun', resource: 'taskruns.tekton.dev', name, phase },
  tasks: [
    {
      taskRun: name,
      steps: [
        {
          name: 'test',
          state: phase === 'failed' ? 'failed' : 'succeeded',
          exitCode: 1,
        },
      ],
    },
  ],
  outputs: [],
  ...more,
});

describe('runs of a stage', () => {
  it('says that an older run made what is passed on, and shows the newest', async () => {
    await show({
      runs: {
        list: [
          run('new', 'failed', { says: 'step test failed' }),
          run('old', 'succeeded'),
        ],
        current: 'old',
        cut: false,
      },
    });
    expect(
      screen.getByText(/old made what is passed on now; new is newer/),
    ).toBeInTheDocument();
    expect(screen.getByText('new: step test failed')).toBeInTheDocument();
    const [newest, passedOn] = within(
      screen.getByRole('list', { name: 'Runs' }),
    ).getAllByRole('listitem');
    expect(newest).toHaveTextContent('newest');
    expect(newest).toHaveAttribute('aria-current', 'true');
    expect(passedOn).toHaveTextContent('passed on now');
  });

  it('leads from a step to its log', async () => {
    await show({
      runs: { list: [run('new', 'failed')], cut: false },
    });
    expect(screen.getByRole('link', { name: 'test' })).toHaveAttribute(
      'href',
      '/?stage=it&tab=logs&run=new&task=new&step=test',
    );
  });
});

describe('the YAML of a stage', () => {
  const YAML = { 'things.acme.example/checkout': 'kind: Thing\n' };

  it('is read when it is looked at, with what one wants to keep', async () => {
    const api = new FixtureApi();
    api.objects = YAML;
    await show({}, '', api);
    await userEvent.click(screen.getByRole('tab', { name: 'YAML' }));
    const text = await screen.findByRole('region', { name: /checkout/ });
    expect(text).toHaveTextContent('kind: Thing');
    await userEvent.click(screen.getByRole('checkbox', { name: 'labels' }));
    expect(await screen.findByText(/# keeps labels/)).toBeInTheDocument();
  });

  it('says why it cannot be had', async () => {
    const api = new FixtureApi();
    api.objects = {
      'things.acme.example/checkout': new SupplyChainError(
        'cluster-denied',
        'not allowed',
      ),
    };
    await show({}, '&tab=yaml', api);
    expect(await screen.findByRole('alert')).toBeInTheDocument();
  });

  it('is not offered where nothing was stamped', async () => {
    const { object: _, ...nothing } = detail({});
    await renderWithApi(
      new FixtureApi().show({ type: 'stage', ref: REF, stage: 'it' }, nothing),
      <StagePanel workload={REF} stage="it" />,
      '/?stage=it&tab=yaml',
    );
    expect(screen.queryByRole('tab')).not.toBeInTheDocument();
  });
});
