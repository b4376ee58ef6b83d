import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SupplyChainError } from '../api/SupplyChainError';
import { clusterFixture } from '../testing/clusterFixture';
import { recordedAnswer } from '../testing/recordedAnswer';
import { recordedViews } from '../testing/recordedViews';
import { renderPage } from '../testing/renderPage';

const views = recordedViews();
const recorded = recordedAnswer(views);
const nothing = { rows: [], views: [], stages: [], builds: [] };

const table = () => screen.findByRole('table', { name: 'Supply chains' });
const rowOf = async (name: string) => {
  const row = (await screen.findByRole('link', { name })).closest('[role=row]');
  if (!(row instanceof HTMLElement)) throw new Error('The link is in no row');
  return within(row);
};
const names = async () =>
  within(await table())
    .getAllByRole('link')
    .map(link => link.textContent);

describe('ListPage', () => {
  it('shows every workload, what is wrong first, each with a sentence and marks with words', async () => {
    renderPage('/supply-chain', recorded);
    expect(await names()).toHaveLength(views.rows.length);
    const [first] = within(await table())
      .getAllByRole('row')
      .slice(1);
    expect(first).toHaveTextContent('Failed');

    const row = await rowOf('docs-site');
    expect(row.getByText('backoffice on build')).toBeInTheDocument();
    expect(row.getByText(/no buildpack takes this source/)).toBeInTheDocument();
    const marks = within(row.getByRole('list', { name: 'Stages' }));
    expect(marks.getByText('Image Provider: Failed')).toBeInTheDocument();
    expect(marks.getByText('Config Provider: Waiting')).toBeInTheDocument();
  });

  it('links a row to the page of its supply chain', async () => {
    renderPage('/supply-chain', recorded);
    expect(
      await screen.findByRole('link', { name: 'payments' }),
    ).toHaveAttribute('href', '/supply-chain/build/storefront/payments');
  });

  it('says what the served image is tagged and why it was built', async () => {
    renderPage('/supply-chain', recorded);
    const row = await rowOf('payments');
    expect(row.getByText('b6.20261122.212832')).toBeInTheDocument();
    expect(
      row.getByText('The CNB lifecycle moved from 0.20.19 to 0.21.17'),
    ).toBeInTheDocument();
  });

  it('is narrowed by a pill, and by the same pill back', async () => {
    const user = userEvent.setup();
    renderPage('/supply-chain', recorded);
    const pill = await screen.findByRole('button', { name: /^Running/ });
    await user.click(pill);
    await waitFor(async () => expect(await names()).toEqual(['invoices']));
    expect(screen.getByRole('button', { name: /^Running/ })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await user.click(screen.getByRole('button', { name: /^Running/ }));
    await waitFor(async () =>
      expect(await names()).toHaveLength(views.rows.length),
    );
  });

  it('is narrowed by a link', async () => {
    renderPage('/supply-chain?q=pay&namespace=storefront', recorded);
    await waitFor(async () => expect(await names()).toEqual(['payments']));
    expect(screen.getByRole('searchbox')).toHaveValue('pay');
  });

  it('finds what one types', async () => {
    const user = userEvent.setup();
    renderPage('/supply-chain', recorded);
    await table();
    await user.type(screen.getByRole('searchbox'), 'b6.20261122.212832');
    await waitFor(async () =>
      expect((await names()).sort()).toEqual(['payments', 'reports']),
    );
  });

  it('is narrowed by ticking a namespace', async () => {
    const user = userEvent.setup();
    renderPage('/supply-chain', recorded);
    await table();
    await user.click(screen.getByRole('button', { name: 'Namespace' }));
    await user.click(
      screen.getByRole('menuitemcheckbox', { name: /backoffice/ }),
    );
    const wanted = views.rows
      .filter(({ ref }) => ref.namespace === 'backoffice')
      .map(({ ref }) => ref.name);
    await user.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('menu')).not.toBeInTheDocument(),
    );
    await waitFor(async () =>
      expect((await names()).sort()).toEqual(wanted.sort()),
    );
  });

  it('offers a way out when nothing matches', async () => {
    const user = userEvent.setup();
    renderPage('/supply-chain?q=nothing-of-this-name', recorded);
    await user.click(
      await screen.findByRole('button', { name: 'Clear filters' }),
    );
    expect(await names()).toHaveLength(views.rows.length);
  });

  it('asks for the other way round when a head is pressed', async () => {
    const user = userEvent.setup();
    const api = renderPage('/supply-chain', recorded);
    await user.click(await screen.findByRole('button', { name: 'Workload' }));
    expect(
      await screen.findByRole('columnheader', { name: /Workload/ }),
    ).toHaveAttribute('aria-sort', 'ascending');
    expect(api.topics).toContainEqual({
      type: 'workloads',
      query: { sort: 'name', limit: 100 },
    });
  });

  it('is sorted by a choice where its rows are cards', async () => {
    const user = userEvent.setup();
    const narrow = jest
      .spyOn(Element.prototype, 'getBoundingClientRect')
      .mockReturnValue(new DOMRect(0, 0, 400, 600));
    try {
      const api = renderPage('/supply-chain', recorded);
      await user.selectOptions(
        await screen.findByRole('combobox', { name: 'Order' }),
        'Name, A to Z',
      );
      const wanted = views.rows.map(({ ref }) => ref.name).sort();
      await waitFor(async () => expect((await names())[0]).toBe(wanted[0]));
      expect(api.topics).toContainEqual({
        type: 'workloads',
        query: { sort: 'name', limit: 100 },
      });
      expect(screen.queryByRole('columnheader')).not.toBeInTheDocument();
    } finally {
      narrow.mockRestore();
    }
  });

  it('shows a change without a reload', async () => {
    const api = renderPage('/supply-chain', recorded);
    const row = await rowOf('payments');
    expect(row.getByText('Ready')).toBeInTheDocument();
    act(() =>
      api.change(
        recordedAnswer({
          ...views,
          rows: views.rows.map(each =>
            each.ref.name === 'payments' ? { ...each, phase: 'running' } : each,
          ),
        }),
      ),
    );
    expect((await rowOf('payments')).getByText('Running')).toBeInTheDocument();
  });

  it('says of which namespaces alone a cluster shows what, and how many are left out', async () => {
    const build = clusterFixture('build');
    const [kind] = build.kinds;
    if (!kind) throw new Error('The fixture has no kind');
    renderPage(
      '/supply-chain',
      recordedAnswer(views, [
        {
          ...build,
          kinds: [
            { ...kind, limitedTo: ['team-a', 'team-b'], leftOut: 3 },
            { ...kind, resource: 'pods', limitedTo: ['team-a'] },
            { ...kind, resource: 'clusterstacks.kpack.io' },
          ],
        },
        clusterFixture('run'),
      ]),
    );
    expect(
      await screen.findByText(
        'Of cluster build, workloads.carto.run can be read only in these namespaces: team-a, team-b. ' +
          '3 more namespaces may hold something and are not read.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'Of cluster build, pods can be read only in these namespaces: team-a.',
      ),
    ).toBeInTheDocument();
    const chips = within(screen.getByRole('list', { name: 'Clusters' }));
    expect(chips.getByText('fresh, 2 namespaces only')).toBeInTheDocument();
    expect(chips.getByText('fresh')).toBeInTheDocument();
  });

  it('names the cluster that is dead and the right that is missing, and shows the rest', async () => {
    renderPage(
      '/supply-chain',
      recordedAnswer(views, [
        clusterFixture('build'),
        clusterFixture('run', 'down', {
          because: 'unreachable',
          cluster: 'run',
          since: '2026-11-22T21:00:00Z',
        }),
        clusterFixture('edge', 'denied', {
          because: 'denied',
          cluster: 'edge',
          verb: 'list',
          resource: 'workloads.carto.run',
        }),
      ]),
    );
    const chips = within(await screen.findByRole('list', { name: 'Clusters' }));
    expect(await chips.findByText(/unreachable since/)).toBeInTheDocument();
    expect(chips.getByText('denied')).toBeInTheDocument();
    expect(
      screen.getByText(
        /Cluster edge does not let Backstage list workloads\.carto\.run in all namespaces/,
      ),
    ).toBeInTheDocument();
    expect(await names()).toHaveLength(views.rows.length);
  });

  it.each<[string, Parameters<typeof renderPage>[1], RegExp]>([
    ['no workload', recordedAnswer(nothing), /No workload yet/],
    ['no cluster', recordedAnswer(nothing, []), /No cluster is configured/],
    [
      'no cluster that can be read',
      recordedAnswer(nothing, [clusterFixture('build', 'denied')]),
      /No cluster can be read/,
    ],
    [
      'a backend that does not answer',
      () => ({
        state: 'error',
        stale: false,
        error: new SupplyChainError('network', 'No answer'),
      }),
      /does not answer/,
    ],
    [
      'a permission that is missing',
      () => ({
        state: 'error',
        stale: false,
        error: new SupplyChainError('denied', 'Denied'),
      }),
      /supply-chain\.read/,
    ],
  ])('says so: %s', async (_, answer, words) => {
    renderPage('/supply-chain', answer);
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('is busy, and as high, before the first answer', async () => {
    renderPage('/supply-chain', () => ({ state: 'loading', stale: false }));
    expect(await table()).toHaveAttribute('aria-busy', 'true');
    expect(within(await table()).queryByRole('link')).not.toBeInTheDocument();
  });

  it('says that what it shows may be old', async () => {
    renderPage('/supply-chain', topic => {
      const live = recorded(topic);
      return live.state === 'ready' ? { ...live, stale: true } : live;
    });
    expect(
      await screen.findByText(/What is shown may be old/),
    ).toBeInTheDocument();
    expect(await names()).toHaveLength(views.rows.length);
  });

  it('loads the next page where the first ends', async () => {
    const user = userEvent.setup();
    const [row] = views.rows;
    if (!row) throw new Error('No row was recorded');
    const rows = Array.from({ length: 130 }, (_, n) => ({
      ...row,
      ref: { ...row.ref, name: `w-${n}` },
    }));
    renderPage('/supply-chain', recordedAnswer({ ...nothing, rows }));
    expect(await screen.findByText('100 of 130')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    await waitFor(() =>
      expect(screen.queryByText(/ of 130/)).not.toBeInTheDocument(),
    );
  });

  it('takes what a cluster says for text', async () => {
    const [row] = views.rows;
    if (!row) throw new Error('No row was recorded');
    const says = '<img src=x onerror="alert(1)"> {{count}} $t(list.title)';
    renderPage(
      '/supply-chain',
      recordedAnswer({ ...nothing, rows: [{ ...row, says, tag: '<b>x</b>' }] }),
    );
    expect(await screen.findByText(says)).toBeInTheDocument();
    expect(screen.getByText('<b>x</b>')).toBeInTheDocument();
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
  });
});
