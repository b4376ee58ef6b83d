import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { WorkloadView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { SupplyChainError } from '../api/SupplyChainError';
import { recordedAnswer } from '../testing/recordedAnswer';
import { recordedViews } from '../testing/recordedViews';
import { renderPage } from '../testing/renderPage';

// Only what is above the stage: the panel has its own tests.
jest.mock('../stages/StagePanel', () => ({
  StagePanel: ({ stage }: { stage: string }) => <div>panel of {stage}</div>,
}));

const views = recordedViews();
const recorded = recordedAnswer(views);
const graph = () => screen.findByRole('list', { name: /Stages of the supply/ });
const stageNames = async () =>
  within(await graph())
    .getAllByRole('button')
    .map(button => button.dataset.stage);

function viewOf(name: string): WorkloadView {
  const view = views.views.find(({ ref }) => ref.name === name);
  if (!view) throw new Error(`${name} was not recorded`);
  return view;
}

function pageOf(view: WorkloadView, search = '') {
  const { cluster, namespace, name } = view.ref;
  return renderPage(
    `/supply-chain/${cluster}/${namespace}/${name}${search}`,
    recordedAnswer({ ...views, views: [view] }),
  );
}

describe('WorkloadPage', () => {
  it.each(views.views.map(view => [view.ref.name, view] as const))(
    'shows %s with all its stages',
    async (name, view) => {
      pageOf(view);
      expect(
        await screen.findByRole('heading', { level: 1, name }),
      ).toBeInTheDocument();
      const wanted = view.graph.stages.map(stage => stage.name);
      if (wanted.length === 0) {
        expect(
          await screen.findByText(/select(s)? this workload$/),
        ).toBeInTheDocument();
        return;
      }
      expect((await stageNames()).sort()).toEqual(wanted.sort());
    },
  );

  it('says where it is, in which chain, and of which source', async () => {
    pageOf(viewOf('payments'));
    expect(await screen.findByText('storefront on build')).toBeInTheDocument();
    expect(screen.getByText('chain source-to-url')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /git\.acme\.example\/acme\/payments/ }),
    ).toBeInTheDocument();
    expect(screen.getByRole('list', { name: 'Delivery' })).toHaveTextContent(
      'payments on run',
    );
  });

  it.each([
    ['payments', 'image-provider', 'all is well'],
    ['docs-site', 'image-provider', 'the build failed'],
    ['tax', 'source-scanner', 'an earlier stage failed'],
    ['choosy', 'image-provider', 'misconfigured'],
    ['invoices', 'image-provider', 'running'],
  ])('opens %s at %s: %s', async (name, stage) => {
    pageOf(viewOf(name));
    expect(await screen.findByText(`panel of ${stage}`)).toBeInTheDocument();
  });

  it('opens the stage that a link names', async () => {
    pageOf(viewOf('payments'), '?stage=app-config');
    expect(await screen.findByText('panel of app-config')).toBeInTheDocument();
    expect(
      await screen.findByRole('button', { current: true }),
    ).toHaveTextContent('App Config');
  });

  it('says so when a link names a stage that is not there', async () => {
    pageOf(viewOf('payments'), '?stage=nothing');
    expect(
      await screen.findByText(/There is no stage nothing/),
    ).toBeInTheDocument();
    expect(screen.getByText('panel of image-provider')).toBeInTheDocument();
  });

  it('goes along the chain by keys and opens a stage by Enter', async () => {
    const user = userEvent.setup();
    pageOf(viewOf('payments'));
    const current = await screen.findByRole('button', { current: true });
    act(() => current.focus());
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement).toHaveTextContent('Config Provider');
    await user.keyboard('{Home}');
    expect(document.activeElement).toHaveTextContent('Source Provider');
    await user.keyboard('{ArrowLeft}{End}{Enter}');
    expect(
      await screen.findByText('panel of config-writer'),
    ).toBeInTheDocument();
  });

  it.each([
    ['into the window when it is below it', 2000, 1],
    ['nowhere when it is in it', 300, 0],
  ])('brings a stage that one chooses %s', async (_, top, times) => {
    const user = userEvent.setup();
    pageOf(viewOf('payments'));
    const card = await screen.findByRole('button', { name: /^App Config/ });
    // jsdom lays nothing out and has no such function.
    const bring = jest.fn();
    Object.defineProperty(Element.prototype, 'scrollIntoView', {
      configurable: true,
      value: bring,
    });
    const place = jest
      .spyOn(Element.prototype, 'getBoundingClientRect')
      .mockReturnValue(new DOMRect(0, top, 400, 600));
    try {
      await user.click(card);
      await screen.findByText('panel of app-config');
      expect(bring).toHaveBeenCalledTimes(times);
    } finally {
      place.mockRestore();
      Reflect.deleteProperty(Element.prototype, 'scrollIntoView');
    }
  });

  it('says to those who listen what a stage takes from where', async () => {
    pageOf(viewOf('payments'));
    const image = within(await graph()).getByRole('button', {
      name: /^Image Provider/,
    });
    expect(image).toHaveAccessibleName(/takes source from Source Provider/);
  });

  it('keeps the stage that is being read when another becomes red', async () => {
    const api = pageOf(viewOf('payments'));
    expect(
      await screen.findByText('panel of image-provider'),
    ).toBeInTheDocument();
    const view = viewOf('payments');
    act(() =>
      api.change(
        recordedAnswer({
          ...views,
          views: [
            {
              ...view,
              phase: 'failed',
              graph: {
                ...view.graph,
                stages: view.graph.stages.map(stage =>
                  stage.name === 'app-config'
                    ? { ...stage, phase: { kind: 'failed', says: 'broken' } }
                    : stage,
                ),
              },
            },
          ],
        }),
      ),
    );
    expect(
      await screen.findByRole('button', { name: /App Config.*Failed/ }),
    ).toBeInTheDocument();
    expect(screen.getByText('panel of image-provider')).toBeInTheDocument();
  });

  it('names the chains that do not select it, with the terms that fail', async () => {
    pageOf(viewOf('orphan'));
    const chains = within(
      await screen.findByRole('list', {
        name: 'Supply chains of this cluster',
      }),
    );
    expect(chains.getByText('source-to-url')).toBeInTheDocument();
    expect(
      chains.getAllByText(/workload-type is batch, must be/).length,
    ).toBeGreaterThan(1);
  });

  it('says that more than one selects it', async () => {
    pageOf(viewOf('twins'));
    expect(
      await screen.findByText(
        'More than one supply chain selects this workload',
      ),
    ).toBeInTheDocument();
  });

  it.each([
    ['twins', 'The platform team can fix this.'],
    ['orphan', 'The developer can fix this.'],
  ])('says who can fix it that no one chain selects %s', async (name, who) => {
    pageOf(viewOf(name));
    expect(await screen.findByText(who)).toBeInTheDocument();
  });

  it('says of a chain that selects it no longer that what it stamped is still shown', async () => {
    const { phase, says, owner, candidates } = viewOf('orphan');
    pageOf({
      ...viewOf('payments'),
      ...{ phase, candidates },
      ...(says && { says }),
      ...(owner && { owner }),
    });
    expect(
      await screen.findByText(/What source-to-url stamped before is shown/),
    ).toBeInTheDocument();
    expect(await stageNames()).toContain('image-provider');
  });

  it('says in what the chain has changed since it was stamped, each in words', async () => {
    pageOf({
      ...viewOf('payments'),
      chainChanges: [
        { kind: 'chain-gone', chain: 'old' },
        { kind: 'not-selected', chain: 'old', fails: ['type is web'] },
        { kind: 'others-select', chains: ['new', 'newer'] },
        { kind: 'stage-added', stage: 'scan' },
        { kind: 'stage-removed', stage: 'test' },
        { kind: 'stage-renamed', stage: 'src', now: 'source' },
        { kind: 'template', stage: 'image', was: 'kpack', now: ['kaniko'] },
        { kind: 'template', stage: 'app', was: 'a', now: ['b', 'c'] },
        { kind: 'inputs', stage: 'image', was: ['test'], now: [] },
      ],
    });
    const list = await screen.findByRole('list', {
      name: 'The supply chain is not what this was stamped by',
    });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(each => each.textContent),
    ).toEqual([
      'Supply chain old is not there any more.',
      'Supply chain old no longer selects it: type is web.',
      'It is selected by new, newer now.',
      'Stage Scan is new.',
      'Stage Test is not in the chain any more.',
      'Stage Src is called Source now.',
      'Stage Image has template kaniko now, not kpack.',
      'Stage App chooses among the templates b, c now, not a.',
      'Stage Image takes its input from nowhere now, not from Test.',
    ]);
    expect(await stageNames()).toContain('image-provider');
  });

  it('leads from what is said of the delivery to what it is made of', async () => {
    const user = userEvent.setup();
    pageOf(viewOf('payments'));
    await user.click(
      await screen.findByRole('button', { name: 'Show the delivery' }),
    );
    const opener = screen.getByRole('button', { name: 'Delivery in detail' });
    expect(opener).toHaveAttribute('aria-expanded', 'true');
    expect(opener).toHaveFocus();
  });

  it('shows what stood there last when it is deleted meanwhile', async () => {
    const api = pageOf(viewOf('payments'));
    await graph();
    act(() =>
      api.change(topic => {
        const { view } = recorded(topic);
        return {
          state: 'error',
          stale: true,
          ...(view && { view }),
          error: new SupplyChainError('not-found', 'Gone'),
        };
      }),
    );
    expect(
      await screen.findByText('payments is not there any more'),
    ).toBeInTheDocument();
    expect(await stageNames()).toContain('image-provider');
  });

  it('says so when it never was there', async () => {
    renderPage('/supply-chain/build/storefront/nobody', recorded);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /does not exist, or you may not see it/,
    );
  });

  it('names the right that is missing beside what can be shown', async () => {
    pageOf({
      ...viewOf('payments'),
      problems: [
        {
          because: 'denied',
          cluster: 'build',
          verb: 'list',
          resource: 'builds.kpack.io',
          namespace: 'storefront',
        },
      ],
    });
    expect(
      await screen.findByText(
        /does not let Backstage list builds\.kpack\.io in namespace storefront/,
      ),
    ).toBeInTheDocument();
    expect(await stageNames()).toContain('image-provider');
  });

  it('shows a chain that nothing was made of yet, and inputs that name nothing', async () => {
    const view = viewOf('payments');
    pageOf({ ...view, graph: { stages: [], edges: [] } });
    expect(
      await screen.findByText(/has made nothing of this workload yet/),
    ).toBeInTheDocument();
  });

  it('says which input is missing', async () => {
    const view = viewOf('payments');
    pageOf({
      ...view,
      graph: {
        ...view.graph,
        edges: [{ from: 'removed', to: 'app-config', missing: true }],
      },
    });
    expect(
      await screen.findByText('input removed is not in the chain'),
    ).toBeInTheDocument();
  });

  it('follows no link that is none: HTML and javascript: stay text', async () => {
    const view = viewOf('payments');
    // eslint-disable-next-line no-script-url
    const url = 'javascript:alert(1)';
    pageOf({
      ...view,
      phase: 'failed',
      says: '<script>alert(1)</script>',
      source: { type: 'git', url },
    });
    expect(
      await screen.findByText('<script>alert(1)</script>'),
    ).toBeInTheDocument();
    expect(screen.getByText(url).closest('a')).toBeNull();
  });

  it('goes back to the list by the breadcrumb', async () => {
    const user = userEvent.setup();
    pageOf(viewOf('payments'));
    await user.click(
      await screen.findByRole('link', { name: 'Supply chains' }),
    );
    await waitFor(() =>
      expect(
        screen.getByRole('table', { name: 'Supply chains' }),
      ).toBeInTheDocument(),
    );
  });
});
