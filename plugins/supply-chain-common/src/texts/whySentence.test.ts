import type { ReasonView } from '../views/ReasonView';
import { whySentence } from './whySentence';

const reason = (kind: ReasonView['kind'], title: string): ReasonView => ({
  kind,
  title,
  message: 'unknown',
  params: {},
  details: [],
});

describe('whySentence', () => {
  it.each<[string, ReasonView[], string]>([
    ['nothing', [], ''],
    ['one reason', [reason('stack', 'Run image updated')], 'Run image updated'],
    [
      'two, the source first',
      [
        reason('config', 'Configuration changed: env A'),
        reason('source', 'New source revision 433a68c'),
      ],
      'New source revision 433a68c and configuration changed: env A',
    ],
    [
      'three',
      [
        reason('lifecycle', 'The CNB lifecycle moved from 1 to 2'),
        reason('stack', 'Run image updated'),
        reason('buildpack', 'Buildpack a moved from 1 to 2'),
      ],
      'Buildpack a moved from 1 to 2, run image updated and the CNB lifecycle moved from 1 to 2',
    ],
    [
      'names that keep their letters',
      [reason('source', 'The source moved'), reason('unknown', 'SBOM')],
      'The source moved and SBOM',
    ],
    [
      'the same twice',
      [
        reason('stack', 'Run image updated'),
        reason('stack', 'Run image updated'),
      ],
      'Run image updated',
    ],
  ])('says %s', (_, reasons, sentence) => {
    expect(whySentence(reasons)).toBe(sentence);
  });
});
