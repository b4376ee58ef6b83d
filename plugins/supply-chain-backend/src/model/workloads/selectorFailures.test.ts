import { readSupplyChain } from '../objects/readSupplyChain';
import { readWorkload } from '../objects/readWorkload';
import { selectorFailures } from './selectorFailures';

const workload = readWorkload({
  metadata: {
    name: 'app',
    namespace: 'ns',
    labels: { type: 'web', 'a.b/c': 'x' },
  },
  spec: {
    source: { git: { url: 'https://g' } },
    params: [
      { name: 'dockerfile', value: './Dockerfile' },
      { name: 'flag', value: true },
    ],
  },
});

const term = (key: string, operator: string, ...values: string[]) => ({
  key,
  operator,
  values,
});

function failures(spec: object): string[] {
  const { selector } = readSupplyChain({ metadata: { name: 'c' }, spec });
  return selectorFailures(selector, workload).map(each =>
    [each.is, each.must].filter(Boolean).join(', '),
  );
}

describe('selectorFailures', () => {
  it.each([
    ['labels that match', { selector: { type: 'web' } }, []],
    [
      'a label of another value',
      { selector: { type: 'batch' } },
      ['type is web, must be batch'],
    ],
    [
      'a label that is missing',
      { selector: { tests: 'true' } },
      ['tests is missing, must be true'],
    ],
    [
      'one of several',
      { selectorMatchExpressions: [term('type', 'In', 'server', 'worker')] },
      ['type is web, must be one of server, worker'],
    ],
    [
      'none of several',
      { selectorMatchExpressions: [term('type', 'NotIn', 'web')] },
      ['type is web, must not be web'],
    ],
    [
      'a label to be there',
      {
        selectorMatchExpressions: [term('x', 'Exists'), term('type', 'Exists')],
      },
      ['x is missing'],
    ],
    [
      'a label not to be there',
      {
        selectorMatchExpressions: [
          term('type', 'DoesNotExist'),
          term('x', 'DoesNotExist'),
        ],
      },
      ['type is set, must not be'],
    ],
    [
      'a parameter to be there',
      {
        selectorMatchFields: [
          term('spec.params[?(@.name=="dockerfile")]', 'Exists'),
          term('spec.params[?(@.name=="flag")]', 'Exists'),
        ],
      },
      [],
    ],
    [
      'a parameter not to be there',
      {
        selectorMatchFields: [
          term('spec.params[?(@.name=="dockerfile")]', 'DoesNotExist'),
        ],
      },
      ['spec.params[?(@.name=="dockerfile")] is set, must not be'],
    ],
    [
      'a value of a parameter',
      {
        selectorMatchFields: [
          term('spec.params[?(@.name=="dockerfile")].value', 'In', 'x'),
        ],
      },
      ['spec.params[?(@.name=="dockerfile")].value is ./Dockerfile, must be x'],
    ],
    [
      'a field',
      {
        selectorMatchFields: [
          term('spec.image', 'Exists'),
          term('spec.source.git.url', 'Exists'),
        ],
      },
      ['spec.image is missing'],
    ],
    [
      'a label by its path',
      {
        selectorMatchFields: [
          term("metadata.labels['a.b/c']", 'In', 'y'),
          term('metadata.labels.a\\.b/c', 'In', 'x'),
        ],
      },
      ["metadata.labels['a.b/c'] is x, must be y"],
    ],
    [
      'a path that is not kept',
      { selectorMatchFields: [term('spec.build.env[0].name', 'Exists')] },
      ['spec.build.env[0].name cannot be compared here'],
    ],
    [
      'an operator nobody knows',
      { selectorMatchExpressions: [term('type', 'Like', 'w')] },
      ['type is compared with Like, not known here'],
    ],
    ['no selector', {}, []],
  ])('%s', (_, spec, expected) => {
    expect(failures(spec)).toEqual(expected);
  });
});
