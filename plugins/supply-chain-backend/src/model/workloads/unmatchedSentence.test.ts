import { readSupplyChain } from '../objects/readSupplyChain';
import { readWorkload } from '../objects/readWorkload';
import { unmatchedSentence } from './unmatchedSentence';

const TYPE = 'apps.tanzu.vmware.com/workload-type';
const chain = (name: string, selector: Record<string, string>) =>
  readSupplyChain({ metadata: { name }, spec: { selector } });
const WEB = chain('web', { [TYPE]: 'web' });
const WORKER = chain('worker', { [TYPE]: 'worker' });
const SERVER = chain('server', { [TYPE]: 'server' });
const TESTED = chain('tested', { [TYPE]: 'web', 'acme.io/tests': 'true' });

const said = (labels: Record<string, string>, ...chains: (typeof WEB)[]) =>
  unmatchedSentence(
    'None selects it',
    readWorkload({ metadata: { name: 'app', namespace: 'ns', labels } }),
    chains,
  );

describe('unmatchedSentence', () => {
  it.each([
    [
      'asks for the one value that is near',
      { [TYPE]: 'workr' },
      [WEB, WORKER, SERVER],
      `None selects it: ${TYPE} is workr, did you mean worker?`,
    ],
    [
      'asks for the one label that is near',
      { 'apps.tanzu.vmware.com/workload-typ': 'web' },
      [WEB, WORKER],
      `None selects it: ${TYPE} is missing, is apps.tanzu.vmware.com/workload-typ meant for it?`,
    ],
    [
      'asks for none, where two are near',
      { [TYPE]: 'sorker' },
      [WORKER, chain('sorter', { [TYPE]: 'sorter' })],
      `None selects it: ${TYPE} is sorker, known here: sorter, worker`,
    ],
    [
      'asks for none, where none is near',
      { [TYPE]: 'batch' },
      [WEB, WORKER],
      `None selects it: ${TYPE} is batch, known here: web, worker`,
    ],
    [
      'asks for none of a chain that misses more',
      { [TYPE]: 'wbe' },
      [TESTED],
      'None selects it',
    ],
    [
      'asks what the chain nearest to it misses, not what the others do',
      { [TYPE]: 'web', 'acme.io/test': 'true' },
      [chain('tested', { 'acme.io/tests': 'true' }), WORKER, TESTED],
      'None selects it: acme.io/tests is missing, is acme.io/test meant for it?',
    ],
    ['has nothing to ask without labels', {}, [WEB], 'None selects it'],
    ['has nothing to ask without chains', { a: 'b' }, [], 'None selects it'],
  ])('%s', (_, labels, chains, sentence) => {
    expect(said(labels, ...chains)).toBe(sentence);
  });
});
