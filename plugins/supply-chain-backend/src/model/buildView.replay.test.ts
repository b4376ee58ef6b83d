import {
  assertNever,
  buildViewSchema,
  type BuildView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { isFinished } from './builds/isFinished';
import { buildView } from './buildView';
import { replay } from './testing/replay';

/** A build goes forward only: this is how far it is. Stuck is a way of being queued. */
function progress({ phase, steps }: BuildView): number {
  switch (phase.kind) {
    case 'queued':
    case 'stuck':
    case 'unknown':
      return 0;
    case 'running':
      return 1 + steps.findIndex(step => step.name === phase.step);
    case 'finishing':
      return 1 + steps.length;
    case 'succeeded':
    case 'failed':
    case 'rejected':
      return 2 + steps.length;
    default:
      return assertNever(phase);
  }
}

describe.each(['run1', 'run2'] as const)(
  'buildView after every recorded change of a Build or its pod in %s',
  name => {
    const histories = new Map<string, BuildView[]>();
    let views = 0;

    beforeAll(() => {
      for (const { cluster, kind, namespace, name: changed } of replay(name)) {
        if (kind !== 'builds.kpack.io' && kind !== 'pods') continue;
        const buildName =
          kind === 'pods'
            ? cluster.get('pods', namespace, changed)?.meta.labels[
                'kpack.io/build'
              ]
            : changed;
        const build = cluster.get(
          'builds.kpack.io',
          namespace,
          buildName ?? '',
        );
        if (!build) continue;
        const view = buildView(build, cluster.around(), 'shown');
        views += 1;
        expect(buildViewSchema.parse(view)).toEqual(view);
        // kpack has not spoken: all steps at an end can only mean that it is about to.
        const ended = view.steps.every(
          step => step.state === 'succeeded' || step.state === 'failed',
        );
        if (!isFinished(build) && ended && view.steps.length > 0)
          expect(view.phase.kind).toBe('finishing');
        const key = `${build.meta.uid}`;
        histories.set(key, [...(histories.get(key) ?? []), view]);
      }
    });

    it('derives a view at every moment', () => {
      expect(views).toBeGreaterThan(400);
      expect(histories.size).toBeGreaterThan(15);
    });

    it('never goes back', () => {
      for (const history of histories.values()) {
        const told = history.map(view => [view.ref.name, view.phase] as const);
        const steps = history.map(progress);
        expect([told, steps]).toEqual([told, [...steps].sort((a, b) => a - b)]);
      }
    });

    it('runs at most one step at a time, in their order, and none after a failure', () => {
      for (const view of [...histories.values()].flat()) {
        const states = view.steps.map(step => step.state);
        const tail = states.slice(states.findIndex(s => s !== 'succeeded'));
        expect(states.filter(s => s === 'running').length).toBeLessThan(2);
        if (states.includes('failed'))
          expect(tail).toEqual([
            'failed',
            ...tail.slice(1).map(() => 'not-run'),
          ]);
        else if (tail.length < states.length || states[0] === 'running')
          expect(tail.slice(1)).not.toContain('succeeded');
      }
    });

    it('names the steps of a rebase and of a full build as they are from the first moment on', () => {
      for (const history of histories.values()) {
        const names = new Set(
          history.map(v => v.steps.map(s => s.name).join()),
        );
        names.delete('');
        expect([...names].length).toBe(
          history.some(v => v.phase.kind !== 'rejected') ? 1 : 0,
        );
      }
    });

    it('says once and for all why it ran, but for what only its end tells', () => {
      for (const history of histories.values()) {
        const kinds = new Set(
          history.map(view => view.why.map(reason => reason.kind).join()),
        );
        expect([...kinds]).toHaveLength(1);
        expect(history.at(-1)?.sentence).not.toBe('');
      }
    });
  },
);
