import fc from 'fast-check';
import {
  applyPatch,
  type StreamMessage,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { viewText } from '../../service/viewText';
import { messageText } from './messageText';
import { ToldTopic } from './ToldTopic';
import type { TopicState } from './TopicState';

const long = 'as long as any view is';
const showing = (view: object): TopicState => ({
  version: viewText(view).version,
  view,
});
const failing: TopicState = {
  version: 'e',
  error: { name: 'NotFoundError', message: 'Gone', code: 'not-found' },
};

describe('what is told of a topic', () => {
  it('is the view, then patches, each numbered', () => {
    const told = new ToldTopic({ id: 't' });
    const one = showing({ long, phase: 'running' });
    const two = showing({ long, phase: 'ready' });
    expect([told.tell(one), told.tell(one), told.tell(two)]).toEqual([
      { type: 'view', id: 't', seq: 1, ...one },
      undefined,
      {
        type: 'patch',
        id: 't',
        seq: 2,
        version: two.version,
        patch: { fields: [['phase', { set: 'ready' }]] },
      },
    ]);
  });

  it('is "unchanged" for who has the newest, and then patches', () => {
    const one = showing({ long, n: 1 });
    const told = new ToldTopic({ id: 't', cursor: one.version });
    expect(told.tell(one)).toEqual({
      type: 'unchanged',
      id: 't',
      seq: 1,
      version: one.version,
    });
    expect(told.tell(showing({ long, n: 2 }))).toMatchObject({
      type: 'patch',
      seq: 2,
    });
  });

  it.each([
    ['an old cursor', () => new ToldTopic({ id: 't', cursor: 'x' })],
    [
      'an error',
      (told: ToldTopic) => {
        told.tell(failing);
        return told;
      },
    ],
    [
      'a stand-still',
      (told: ToldTopic) => {
        told.forgetView();
        return told;
      },
    ],
  ])('is a whole view after %s', (_, happens) => {
    const before = new ToldTopic({ id: 't' });
    before.tell(showing({ long, n: 1 }));
    const told = happens(before);
    expect(told.tell(showing({ long, n: 2 }))).toMatchObject({ type: 'view' });
  });

  it('is a whole view when a patch would not be smaller', () => {
    const told = new ToldTopic({ id: 't' });
    told.tell(showing({ a: 1 }));
    expect(told.tell(showing({ b: 2 }))).toMatchObject({ type: 'view' });
  });

  it('leads every reader to the newest state, whatever happens between', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.dictionary(fc.string(), fc.jsonValue()).map(showing),
            fc.record({ items: fc.array(fc.nat(5)) }).map(showing),
            fc.constant(failing),
            fc.constant('stand-still' as const),
          ),
        ),
        states => {
          const told = new ToldTopic({ id: 't' });
          let has: unknown;
          let seq = 0;
          for (const state of states) {
            if (state === 'stand-still') {
              told.forgetView();
              continue;
            }
            const sent = told.tell(state);
            if (sent) {
              const message = JSON.parse(messageText(sent)) as StreamMessage;
              seq += 1;
              expect(message).toMatchObject({ seq, version: state.version });
              if (message.type === 'view') has = message.view;
              if (message.type === 'patch')
                has = applyPatch(has, message.patch);
            }
            if ('view' in state) {
              expect(has).toEqual(JSON.parse(JSON.stringify(state.view)));
            }
          }
        },
      ),
    ));
});
