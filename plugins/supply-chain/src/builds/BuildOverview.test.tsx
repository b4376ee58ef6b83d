import type {
  BuildView,
  ReasonView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { screen, within } from '@testing-library/react';
import { SupplyChainError } from '../api/SupplyChainError';
import { BuildOverview } from './BuildOverview';
import {
  failedBuild,
  failedLog,
  succeededBuild,
} from '../testing/buildFixtures';
import { FixtureApi } from '../testing/FixtureApi';
import { renderWithApi } from '../testing/renderWithApi';

const show = (
  build: BuildView,
  api = new FixtureApi(),
  isNewest = true,
  at = '/?stage=image-provider',
) =>
  renderWithApi(api, <BuildOverview build={build} isNewest={isNewest} />, at);

/** The value beside a name in a list of facts. */
const fact = (name: string) =>
  screen.getByText(name, { selector: 'dt' }).nextElementSibling;

describe('BuildOverview', () => {
  describe('of a build that succeeded', () => {
    it('says why it ran in one sentence, with the exact difference', async () => {
      await show(succeededBuild);
      expect(
        screen.getByRole('heading', {
          name: 'The CNB lifecycle moved from 0.20.19 to 0.21.17. Source and configuration are unchanged.',
        }),
      ).toBeInTheDocument();
      expect(screen.getByText('Why build 6 ran')).toBeInTheDocument();
      expect(
        screen.getAllByText(/./, { selector: 'mark' }).map(m => m.textContent),
      ).toEqual(['20.19', '21.17']);
      expect(
        screen.getByRole('link', { name: 'Compared with build 5.' }),
      ).toHaveAttribute(
        'href',
        '/?stage=image-provider&build=payments-build-5',
      );
    });

    it('leads to both commits of a new source where the forge is known', async () => {
      const [old, now] = ['a'.repeat(40), 'b'.repeat(40)];
      await show({
        ...succeededBuild,
        source: {
          ...succeededBuild.source,
          revision: now,
          repository: 'https://github.com/acme/payments.git',
        },
        why: [
          {
            kind: 'source',
            said: 'CONFIG',
            title: 'New source revision bbbbbbb',
            message: 'source',
            params: { revision: 'bbbbbbb' },
            details: [
              {
                path: 'source.revision',
                kind: 'changed',
                old,
                new: now,
                redacted: false,
              },
            ],
          },
        ],
      });
      const links = screen
        .getAllByRole('link')
        .map(link => link.getAttribute('href'));
      expect(links).toContain(`https://github.com/acme/payments/commit/${old}`);
      expect(links).toContain(`https://github.com/acme/payments/commit/${now}`);
    });

    it('shows tag, digest and a pull command, each to copy', async () => {
      await show(succeededBuild);
      expect(fact('Tag')).toHaveTextContent('b6.20261122.212832');
      expect(fact('Digest')).toHaveTextContent(
        succeededBuild.produced.digest ?? '',
      );
      expect(fact('Pull')).toHaveTextContent(
        'docker pull registry.acme.localhost/apps/storefront-payments:b6.20261122.212832',
      );
      for (const name of ['Copy Tag', 'Copy Digest', 'Copy Pull'])
        expect(screen.getByRole('button', { name })).toBeInTheDocument();
    });

    it('shows what it was built with; only http links are links', async () => {
      await show(succeededBuild);
      expect(fact('Builder')).toHaveTextContent('ClusterBuilder default');
      expect(fact('Run image')).toHaveTextContent('sha256:c6082b0');
      expect(fact('Lifecycle')).toHaveTextContent('0.21.17');
      expect(
        screen.getByRole('link', { name: /^acme\/ca-certificates/ }),
      ).toHaveAttribute('rel', expect.stringContaining('noopener'));
      expect(screen.getByText(/acme\/node-engine/)).toBeInTheDocument();
      expect(
        screen.queryByRole('link', { name: /node-engine/ }),
      ).not.toBeInTheDocument();
    });

    it('shows the steps with their times, each leading to its log', async () => {
      await show(succeededBuild);
      expect(screen.getByText('11 s, waited 2 s')).toBeInTheDocument();
      expect(screen.getByRole('link', { name: 'build' })).toHaveAttribute(
        'href',
        '/?stage=image-provider&tab=logs&step=build',
      );
      expect(screen.getByText('8 s')).toBeInTheDocument();
    });
  });

  describe('of a build that failed', () => {
    const api = () => {
      const fixtures = new FixtureApi();
      fixtures.logs = { build: failedLog };
      return fixtures;
    };

    it('shows the step, its exit code in words and the first error lines, and leads to that line', async () => {
      await show(failedBuild, api());
      expect(
        screen.getByRole('heading', {
          name: 'Build 2 failed in step build: exit 51, a buildpack failed',
        }),
      ).toBeInTheDocument();
      const lines = await screen.findByText(/404 Not Found - GET/);
      expect(lines).toHaveTextContent(
        'npm error 404 Not Found - GET https://npm.acme.example/missing-package - Not found',
      );
      expect(
        screen.getByRole('link', { name: 'Open the log at line 16' }),
      ).toHaveAttribute(
        'href',
        '/?stage=image-provider&tab=logs&build=returns-build-2&step=build&line=16',
      );
    });

    it('says what is still served', async () => {
      await show(failedBuild, api());
      expect(
        screen.getByText('Still serving b1.20261122.211924'),
      ).toBeInTheDocument();
      expect(
        screen.getByRole('link', { name: 'from build 1' }),
      ).toBeInTheDocument();
    });

    it('speaks of what is served only where it is the newest', async () => {
      await show(failedBuild, api(), false);
      expect(screen.queryByText(/Still serving/)).not.toBeInTheDocument();
    });

    it('says that nothing is served when no build succeeded', async () => {
      const { lastGood: _, ...first } = failedBuild;
      await show(first, api());
      expect(
        screen.getByText(/No build before it succeeded/),
      ).toBeInTheDocument();
    });

    it("names kpack's word where it differs from ours", async () => {
      await show(failedBuild, api());
      expect(
        screen.getByText(
          "(kpack says CONFIG: a new commit moves the archive's address)",
        ),
      ).toBeInTheDocument();
    });

    it.each([
      ['logs-gone', /is gone: the pod that ran it was deleted/],
      ['denied', /You may not read build logs here/],
      ['network', /could not be read/],
    ] as const)(
      'says that its log is %s, and what is known without it',
      async (code, words) => {
        const fixtures = new FixtureApi();
        fixtures.logs = { build: new SupplyChainError(code, 'no') };
        await show(failedBuild, fixtures);
        expect(await screen.findByText(words)).toBeInTheDocument();
        expect(
          screen.getByText('a buildpack failed (build, exit 51)'),
        ).toBeInTheDocument();
        expect(
          screen.getByRole('link', { name: 'Open the log' }),
        ).toBeInTheDocument();
      },
    );

    it('shows not-run steps as such', async () => {
      await show(failedBuild, api());
      expect(screen.getAllByText('not run')).toHaveLength(2);
    });
  });

  it.each<[BuildView['phase'], string]>([
    [
      { kind: 'queued', says: '0/1 nodes are available' },
      'Build 6 is queued: no step has started yet',
    ],
    [
      { kind: 'stuck', reason: 'FailedMount', says: 'secret not found' },
      'Build 6 is stuck: FailedMount',
    ],
    [
      { kind: 'rejected', says: 'builder image gone' },
      'Build 6 was refused: kpack made no pod for it',
    ],
    [{ kind: 'finishing' }, 'Build 6 is finishing: all steps have ended'],
    [{ kind: 'failed', says: 'evicted' }, 'Build 6 failed'],
    [{ kind: 'unknown', says: 'odd' }, 'What Build 6 is doing is not known'],
  ])('says of %j what it is', async (phase, title) => {
    await show({ ...succeededBuild, phase });
    expect(screen.getByRole('heading', { name: title })).toBeInTheDocument();
    if ('says' in phase && phase.says)
      expect(screen.getByText(new RegExp(phase.says))).toBeInTheDocument();
  });

  it('says that a value is hidden, and which right shows it', async () => {
    const reason: ReasonView = {
      kind: 'config',
      said: 'CONFIG',
      title: 'Configuration changed: BP_TOKEN',
      message: 'config',
      params: { what: 'BP_TOKEN' },
      details: [{ path: 'env.BP_TOKEN', kind: 'changed', redacted: true }],
    };
    await show({ ...succeededBuild, why: [reason] });
    expect(screen.getAllByText(/supply-chain.values.read/)).toHaveLength(2);
  });

  it('keeps markup in cluster data as text', async () => {
    const evil = '<img src=x onerror=alert(1)>$t(list.title){{tag}}';
    const reason: ReasonView = {
      kind: 'unknown',
      said: evil,
      title: evil,
      message: 'unknown',
      params: { said: evil },
      details: [{ path: evil, kind: 'added', new: evil, redacted: false }],
    };
    const { container } = await show({ ...succeededBuild, why: [reason] });
    expect(
      screen.getByRole('heading', { name: `${evil}.` }),
    ).toBeInTheDocument();
    expect(container.querySelector('img')).toBeNull();
  });

  it('tells of several reasons each with its differences', async () => {
    const [lifecycle] = succeededBuild.why;
    const [source] = failedBuild.why;
    if (!lifecycle || !source) throw new Error('fixtures have reasons');
    await show({ ...succeededBuild, why: [lifecycle, source] });
    expect(
      screen.getByRole('heading', {
        name: 'New source revision 4f0c2a1 and the CNB lifecycle moved from 0.20.19 to 0.21.17.',
      }),
    ).toBeInTheDocument();
    expect(screen.getByText('source.revision')).toBeInTheDocument();
  });

  it('shows a running build with what it will be called', async () => {
    await show({
      ...succeededBuild,
      phase: { kind: 'running', step: 'build' },
      produced: { tags: [], tag: 'b7' },
    });
    expect(screen.getByText('Nothing yet.')).toBeInTheDocument();
    expect(fact('Will be tagged')).toHaveTextContent('b7');
  });

  it('leaves it to the stage to say that the cluster does not answer', async () => {
    await show({
      ...succeededBuild,
      problems: [
        {
          because: 'unreachable',
          cluster: 'build',
          since: '2026-11-22T21:28:00Z',
        },
      ],
    });
    expect(screen.getByText('What it produced')).toBeInTheDocument();
    expect(
      screen.queryByRole('list', { name: 'What could not be read' }),
    ).not.toBeInTheDocument();
  });

  it('names what could not be read', async () => {
    await show({
      ...succeededBuild,
      problems: [
        {
          because: 'denied',
          cluster: 'build',
          verb: 'list',
          resource: 'pods',
          namespace: 'storefront',
        },
      ],
    });
    expect(
      within(
        screen.getByRole('list', { name: 'What could not be read' }),
      ).getByText(/list pods in namespace storefront/),
    ).toBeInTheDocument();
  });
});
