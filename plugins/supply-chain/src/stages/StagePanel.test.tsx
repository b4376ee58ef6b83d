import type { StageDetailView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SupplyChainError } from '../api/SupplyChainError';
import {
  failedBuild,
  failedLog,
  imageProviderOf,
  paymentsHistory,
  runningBuild,
  succeededBuild,
} from '../testing/buildFixtures';
import { FixtureApi } from '../testing/FixtureApi';
import { renderWithApi } from '../testing/renderWithApi';
import { StagePanel } from './StagePanel';

const REF = { cluster: 'build', namespace: 'storefront', name: 'payments' };
// eslint-disable-next-line no-script-url -- what a hostile output would say
const SCRIPT = 'javascript:alert(1)';
const topic = (stage: string) => ({ type: 'stage' as const, ref: REF, stage });

function detail(stage: Partial<StageDetailView['stage']>): StageDetailView {
  return {
    workload: REF,
    stage: {
      name: 'config-provider',
      title: 'Config Provider',
      phase: { kind: 'ready' },
      stale: false,
      outputs: [],
      conditions: [],
      ...stage,
    },
    inputs: [],
    problems: [],
  };
}

const showStage = (view: StageDetailView) =>
  renderWithApi(
    new FixtureApi().show(topic(view.stage.name), view),
    <StagePanel workload={REF} stage={view.stage.name} />,
    `/?stage=${view.stage.name}&tab=logs`,
  );

describe('StagePanel', () => {
  it.each<[StageDetailView['stage']['phase'], string, RegExp]>([
    [{ kind: 'waiting', for: 'image-provider' }, 'Waiting', /Waiting for/],
    [{ kind: 'planned' }, 'Not reached yet', /has not reached it yet/],
    [
      { kind: 'misconfigured', says: 'forbidden: no', owner: 'platform' },
      'Misconfigured',
      /fixed by the platform team/,
    ],
    [
      { kind: 'misconfigured', says: 'no option', owner: 'developer' },
      'Misconfigured',
      /fixed in the Workload/,
    ],
    [
      { kind: 'failed', says: 'tests failed', stillServing: '433a68c' },
      'Failed',
      /go on with 433a68c/,
    ],
    [
      { kind: 'skipped', servedBy: 'source-provider' },
      'Passed through',
      /unchanged/,
    ],
    [
      {
        kind: 'unknown',
        because: {
          because: 'denied',
          cluster: 'build',
          verb: 'get',
          resource: 'taskruns.tekton.dev',
          namespace: 'storefront',
        },
      },
      'Unknown',
      /get taskruns.tekton.dev in namespace storefront/,
    ],
  ])('says what %j means', async (phase, word, says) => {
    await showStage(detail({ phase }));
    expect(
      screen.getByRole('heading', { name: 'Config Provider' }),
    ).toBeInTheDocument();
    expect(screen.getByText(word)).toBeInTheDocument();
    expect(
      screen.getAllByText(says, { ignore: 'script' })[0],
    ).toBeInTheDocument();
  });

  it('leads to the stage it waits for', async () => {
    await showStage(
      detail({ phase: { kind: 'waiting', for: 'image-provider' } }),
    );
    expect(
      screen.getByRole('link', { name: 'Image Provider' }),
    ).toHaveAttribute('href', '/?stage=image-provider');
  });

  it('shows outputs: a cut one as cut, http as a link, all else as text', async () => {
    const output = { cut: false, digest: 'sha256:1' };
    await showStage(
      detail({
        outputs: [
          { ...output, name: 'config', value: 'apiVersion: v1', cut: true },
          { ...output, name: 'url', value: 'https://example.com/a.tar.gz' },
          { ...output, name: 'revision', value: SCRIPT },
        ],
      }),
    );
    expect(screen.getByText('first 1,024 bytes')).toBeInTheDocument();
    expect(
      screen.getAllByRole('link').map(link => link.getAttribute('href')),
    ).toEqual(['https://example.com/a.tar.gz']);
    expect(screen.getByText(SCRIPT)).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Copy config' }),
    ).not.toBeInTheDocument();
  });

  it('shows conditions as Kubernetes writes them', async () => {
    await showStage(
      detail({
        conditions: [
          {
            type: 'ResourceSubmitted',
            status: 'False',
            reason: 'TemplateStampFailure',
            message: 'unable to stamp',
          },
        ],
      }),
    );
    const table = screen.getByRole('table', { name: 'Conditions' });
    expect(
      within(table).getByRole('cell', { name: 'TemplateStampFailure' }),
    ).toBeInTheDocument();
  });

  it('is busy while it has nothing', async () => {
    await renderWithApi(
      new FixtureApi().put(topic('x'), { state: 'loading', stale: false }),
      <StagePanel workload={REF} stage="x" />,
    );
    expect(
      screen.getByRole('region', { name: 'Loading the stage…' }),
    ).toBeInTheDocument();
  });

  it('says what went wrong', async () => {
    await renderWithApi(
      new FixtureApi().put(topic('x'), {
        state: 'error',
        stale: false,
        error: new SupplyChainError('not-found', 'no'),
      }),
      <StagePanel workload={REF} stage="x" />,
    );
    expect(screen.getByRole('alert')).toHaveTextContent('Nothing here');
  });
});

describe('StagePanel of an Image Provider', () => {
  const image = { type: 'builds' as const, ref: paymentsHistory.image };
  const five = {
    ...succeededBuild,
    ref: { ...succeededBuild.ref, name: 'payments-build-5' },
    number: 5,
    sentence: 'Run image updated',
    why: [],
  };

  function paymentsApi() {
    return new FixtureApi()
      .show(topic('image-provider'), imageProviderOf(succeededBuild))
      .show(image, paymentsHistory)
      .show({ type: 'build', ref: five.ref }, five);
  }

  const show = (api: FixtureApi, at = '/?stage=image-provider') =>
    renderWithApi(
      api,
      <StagePanel workload={REF} stage="image-provider" />,
      at,
    );

  it('opens on the newest build', async () => {
    await show(paymentsApi());
    expect(screen.getByText('Build 6 of 6')).toBeInTheDocument();
    expect(screen.getByText('b6.20261122.212832')).toBeInTheDocument();
    expect(screen.getByRole('tab', { name: 'Overview' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });

  it('goes to older builds and back', async () => {
    const { search } = await show(paymentsApi());
    await userEvent.click(screen.getByRole('link', { name: 'older' }));
    expect(search()).toBe('?stage=image-provider&build=payments-build-5');
    expect(screen.getByText('Build 5 of 6')).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: 'Run image updated.' }),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('link', { name: 'newer' }));
    expect(search()).toBe('?stage=image-provider');
  });

  it('keeps the tab in the address', async () => {
    const { search } = await show(paymentsApi());
    await userEvent.click(screen.getByRole('tab', { name: 'History' }));
    expect(search()).toBe('?stage=image-provider&tab=history');
    await userEvent.click(screen.getByRole('tab', { name: 'Overview' }));
    expect(search()).toBe('?stage=image-provider');
  });

  it('names the stage in the address, also where the page chose it by itself', async () => {
    const { search } = await show(paymentsApi(), '/');
    await userEvent.click(screen.getByRole('tab', { name: 'History' }));
    expect(search()).toBe('?stage=image-provider&tab=history');
  });

  it('keeps the build that the address names on screen when a newer one comes', async () => {
    const api = paymentsApi();
    await show(api, '/?stage=image-provider&build=payments-build-6');
    const why = screen.getByText('Why build 6 ran');
    const ask = { type: 'build', ref: succeededBuild.ref } as const;
    await act(async () => {
      // What is asked for now takes its time.
      api
        .put(ask, { state: 'loading', stale: false })
        .show(topic('image-provider'), imageProviderOf(runningBuild));
    });
    expect(why).toBeInTheDocument();
    await act(async () => void api.show(ask, succeededBuild));
    expect(why).toBeInTheDocument();
  });

  it('lists all builds, each leading to its own page', async () => {
    await show(paymentsApi(), '/?stage=image-provider&tab=history');
    const [, first, second] = within(
      await screen.findByRole('table', { name: 'All builds' }),
    ).getAllByRole('row');
    expect(first).toHaveAttribute('aria-current', 'true');
    expect(second).toHaveTextContent(
      'Run image updated, rebased without a rebuild · rebase',
    );
    expect(second).toHaveTextContent('b5.20261122.212501');
    expect(screen.getByRole('link', { name: 'Build 5' })).toHaveAttribute(
      'href',
      '/?stage=image-provider&build=payments-build-5',
    );
  });

  it('says that a build of the address is not there', async () => {
    await show(paymentsApi(), '/?build=payments-build-99');
    expect(screen.getByRole('alert')).toHaveTextContent('Nothing here');
    expect(screen.getByRole('link', { name: 'newest' })).toBeInTheDocument();
  });

  it('is at the first error line of a failed build at once', async () => {
    const api = paymentsApi().show(
      topic('image-provider'),
      imageProviderOf(failedBuild),
    );
    api.logs = { build: failedLog };
    await show(api);
    expect(
      await screen.findByRole('link', { name: 'Open the log at line 16' }),
    ).toBeInTheDocument();
  });

  it.each([
    ['prebuilt', 'This image comes prebuilt'],
    ['dockerfile', 'This image is built from a Dockerfile'],
  ] as const)(
    'says of %s that there are no builds of kpack',
    async (engine, title) => {
      const view = imageProviderOf(succeededBuild);
      await show(
        paymentsApi().show(topic('image-provider'), {
          ...view,
          imageProvider: { engine, recent: [] },
        }),
      );
      expect(screen.getByRole('heading', { name: title })).toBeInTheDocument();
      expect(screen.queryByRole('tab')).not.toBeInTheDocument();
      expect(
        screen.getByRole('heading', { name: 'Outputs' }),
      ).toBeInTheDocument();
    },
  );

  it('says of a prebuilt image what was asked for and what it resolved to', async () => {
    const view = imageProviderOf(succeededBuild);
    await show(
      paymentsApi().show(topic('image-provider'), {
        ...view,
        imageProvider: {
          engine: 'prebuilt',
          recent: [],
          asked: 'registry.example/catalog:v1',
          serving: 'registry.example/catalog@sha256:aa',
        },
      }),
    );
    expect(
      screen.getByText('Asked for', { selector: 'dt' }).nextElementSibling,
    ).toHaveTextContent('registry.example/catalog:v1');
    expect(
      screen.getByText('Resolved to', { selector: 'dt' }).nextElementSibling,
    ).toHaveTextContent('registry.example/catalog@sha256:aa');
    // What it is worth is asked by its digest, of the stage that says which one.
    expect(
      await screen.findByRole('heading', { name: 'Signature and policies' }),
    ).toBeInTheDocument();
    expect(await screen.findByText('Unsigned')).toBeInTheDocument();
  });

  it("gives the Image's own words before a first build", async () => {
    const view = imageProviderOf(succeededBuild);
    await show(
      paymentsApi().show(topic('image-provider'), {
        ...view,
        stage: { ...view.stage, phase: { kind: 'running' } },
        imageProvider: {
          engine: 'kpack',
          recent: [],
          says: "Builder 'broken' is not ready",
        },
      }),
    );
    expect(
      screen.getByText("The kpack Image says: Builder 'broken' is not ready"),
    ).toBeInTheDocument();
  });
});
