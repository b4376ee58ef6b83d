import type {
  BuildComparison,
  BuildRow,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { LogSource } from '../api/LogSource';
import { SupplyChainError } from '../api/SupplyChainError';
import { HistoryTab } from '../history/HistoryTab';
import { paymentsHistory, succeededBuild } from '../testing/buildFixtures';
import { FixtureApi } from '../testing/FixtureApi';
import { renderWithApi } from '../testing/renderWithApi';
import { CompareBuilds } from './CompareBuilds';

const older = {
  ...succeededBuild,
  ref: { ...succeededBuild.ref, name: 'payments-build-3' },
  number: 3,
  builtWith: { ...succeededBuild.builtWith, lifecycle: '0.20.19' },
  steps: succeededBuild.steps.map(step =>
    step.name === 'build' ? { ...step, durationMs: 11_000 } : step,
  ),
};

const comparison: BuildComparison = {
  image: { ...succeededBuild.ref, name: 'payments' },
  from: older,
  to: succeededBuild,
  differences: succeededBuild.why,
  notRecorded: ['buildpacks'],
  between: [
    {
      ...{ ref: { ...succeededBuild.ref, name: 'payments-build-5' } },
      ...{ number: 5, type: 'build', phase: { kind: 'succeeded' } },
      sentence: 'Buildpack acme/node-engine moved from 1.2.0 to 1.3.0',
    },
    {
      ...{ ref: succeededBuild.ref, number: 6, type: 'build' },
      ...{ phase: { kind: 'succeeded' }, sentence: succeededBuild.sentence },
    },
  ],
  problems: [],
};

class ComparingApi extends FixtureApi {
  readonly asked: string[][] = [];
  readonly read: string[] = [];
  byBuild: Record<string, string> = {};

  constructor(private readonly found: BuildComparison | SupplyChainError) {
    super();
  }

  override async compare(build: { name: string }, other: string) {
    this.asked.push([build.name, other]);
    if (this.found instanceof SupplyChainError) throw this.found;
    return this.found;
  }

  override async logText({ ref }: LogSource) {
    this.read.push(ref.name);
    const log = this.byBuild[ref.name];
    if (log === undefined) throw new SupplyChainError('logs-gone', 'gone');
    return new TextEncoder().encode(log);
  }
}

const show = (
  found: BuildComparison | SupplyChainError = comparison,
  at = '/?tab=history&compare=payments-build-3..payments-build-6',
) => {
  const api = new ComparingApi(found);
  return {
    api,
    page: renderWithApi(
      api,
      <CompareBuilds build={succeededBuild.ref} other="payments-build-3" />,
      at,
    ),
  };
};

describe('CompareBuilds', () => {
  it('says what differs in one sentence, with each difference', async () => {
    await show().page;
    expect(
      screen.getByText('What differs between build 3 and build 6'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('heading', {
        name: 'The CNB lifecycle moved from 0.20.19 to 0.21.17.',
      }),
    ).toBeInTheDocument();
    expect(
      screen.getAllByText(/./, { selector: 'mark' }).map(m => m.textContent),
    ).toEqual(['20.19', '21.17']);
    expect(
      screen.getByText('Not recorded of both, so not compared: buildpacks.'),
    ).toBeInTheDocument();
  });

  it('says why each build between them ran, and how many are gone', async () => {
    await show().page;
    expect(screen.getByRole('link', { name: 'Build 5' })).toHaveAttribute(
      'href',
      '/?build=payments-build-5',
    );
    expect(
      screen.getByText('1 build between them is not there any more.'),
    ).toBeInTheDocument();
  });

  it('puts how long steps took side by side, with the change', async () => {
    await show().page;
    const row = within(screen.getByRole('table', { name: 'Steps' })).getByRole(
      'row',
      { name: /^build / },
    );
    expect(row).toHaveTextContent('build11 s8 s−3 s');
  });

  it('compares the logs of a step that is chosen, times left aside, and keeps the choice in the address', async () => {
    const { api, page } = show();
    const { search } = await page;
    expect(api.read).toEqual([]);
    api.byBuild = {
      'payments-build-3': '21:00:01 start\nnode 1.2.0\n',
      'payments-build-6': '22:00:01 start\nnode 1.3.0\n',
    };
    await userEvent.selectOptions(screen.getByRole('combobox'), 'build');
    expect(
      await screen.findByText('1 lines removed, 1 lines added.'),
    ).toBeInTheDocument();
    const lines = screen.getByRole('region', {
      name: 'What differs in the log of step build',
    });
    expect(lines).toHaveTextContent(
      '22:00:01 start-Only in build 3: node 1.2.0+Only in build 6: node 1.3.0',
    );
    expect(search()).toContain('step=build');
  });

  it('says when a log is gone', async () => {
    await show(comparison, '/?step=build').page;
    expect(
      await screen.findByText(/One of the two logs is gone/),
    ).toBeInTheDocument();
  });

  it('says that nothing differs', async () => {
    await show({ ...comparison, differences: [] }).page;
    expect(
      screen.getByRole('heading', {
        name: 'Nothing that went into them differs.',
      }),
    ).toBeInTheDocument();
  });

  it('says why there is nothing to compare', async () => {
    await show(new SupplyChainError('not-found', 'no')).page;
    expect(screen.getByText('Nothing here')).toBeInTheDocument();
  });
});

describe('the history', () => {
  const [newest, rebase] = paymentsHistory.builds as [BuildRow, BuildRow];
  const builds = [
    newest,
    rebase,
    { ...rebase, ref: { ...rebase.ref, name: 'payments-build-4' }, number: 4 },
  ];
  const history = (api: FixtureApi, at = '/?tab=history') =>
    renderWithApi(
      api,
      <HistoryTab builds={builds} problems={[]} shown={undefined} />,
      at,
    );

  it('leads from two picked builds to their comparison', async () => {
    await history(new FixtureApi());
    const picks = screen.getAllByRole('checkbox');
    expect(picks).toHaveLength(builds.length);
    expect(
      screen.getByText('Pick two builds to compare them.'),
    ).toBeInTheDocument();
    await userEvent.click(picks[0] as HTMLElement);
    expect(screen.getByText(/^Pick one more/)).toBeInTheDocument();
    await userEvent.click(picks[2] as HTMLElement);
    const [to, , from] = builds;
    expect(
      screen.getByRole('link', {
        name: `Compare build ${from?.number} with build ${to?.number}`,
      }),
    ).toHaveAttribute(
      'href',
      `/?tab=history&compare=${from?.ref.name}..${to?.ref.name}`,
    );
    // A third takes the place of the one picked first.
    await userEvent.click(picks[1] as HTMLElement);
    expect(picks[0]).not.toBeChecked();
  });

  it('shows the comparison that the address names', async () => {
    const api = new ComparingApi(comparison);
    await history(
      api,
      '/?tab=history&compare=payments-build-3..payments-build-6',
    );
    expect(api.asked).toEqual([['payments-build-6', 'payments-build-3']]);
    expect(screen.getByRole('link', { name: 'All builds' })).toHaveAttribute(
      'href',
      '/?tab=history',
    );
  });

  it('reads the comparison again when one of the two has gone on', async () => {
    const api = new ComparingApi(comparison);
    const at = '/?tab=history&compare=payments-build-4..payments-build-6';
    const running = { ...newest, phase: { kind: 'running' as const } };
    function Page() {
      const [isOver, setOver] = useState(false);
      return (
        <>
          <button type="button" onClick={() => setOver(true)}>
            it ends
          </button>
          <HistoryTab
            builds={[isOver ? newest : running, ...builds.slice(1)]}
            problems={[]}
            shown={undefined}
          />
        </>
      );
    }
    await renderWithApi(api, <Page />, at);
    expect(api.asked).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: 'it ends' }));
    expect(api.asked).toHaveLength(2);
    expect(
      screen.getByText('What differs between build 3 and build 6'),
    ).toBeInTheDocument();
  });

  it.each(['payments-build-3', 'a..b..c', '..', ''])(
    'shows all builds where the address names no two: %j',
    async compare => {
      await history(new FixtureApi(), `/?tab=history&compare=${compare}`);
      expect(screen.getAllByRole('checkbox')).toHaveLength(builds.length);
    },
  );
});
