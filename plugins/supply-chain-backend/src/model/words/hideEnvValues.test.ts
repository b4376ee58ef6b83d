import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { hideEnvValues } from './hideEnvValues';

describe('hideEnvValues', () => {
  it.each([
    [
      'a list below its key',
      'env:\n- name: A\n  value: secret\nimage: x',
      'env:\n- name: A\n  value: (hidden)\nimage: x',
    ],
    [
      'a list that is indented, deep in a list',
      'containers:\n    - env:\n        - name: A\n          value: "secret"\n      image: x',
      'containers:\n    - env:\n        - name: A\n          value: (hidden)\n      image: x',
    ],
    [
      'a value of several lines',
      'env:\n  - name: A\n    value: |-\n      secret\n\n      secret\n  - name: B\n    valueFrom: {}',
      'env:\n  - name: A\n    value: (hidden)\n  - name: B\n    valueFrom: {}',
    ],
    [
      'the value first',
      'env:\n- value: secret\n  name: A',
      'env:\n- value: (hidden)\n  name: A',
    ],
    [
      'text that was cut off in the middle of it',
      'env:\n  - name: A\n    value: sec',
      'env:\n  - name: A\n    value: (hidden)',
    ],
    [
      'a list on one line',
      'env: [{name: A, value: secret}, {name: B, value: "a, secret"}]',
      'env: [{name: A, value: "(hidden)"}, {name: B, value: "(hidden)"}]',
    ],
    [
      'JSON',
      '{"env":[{"name":"A","value":"secret \\" secret"}],"image":"x"}',
      '{"env":[{"name":"A","value":"(hidden)"}],"image":"x"}',
    ],
    [
      'other values',
      'params:\n- name: A\n  value: shown\nenvironment:\n- value: shown',
      'params:\n- name: A\n  value: shown\nenvironment:\n- value: shown',
    ],
  ])('%s', (_, text, hidden) => {
    expect(hideEnvValues(text)).toBe(hidden);
  });

  it('leaves no value of any variable, whatever it holds, and everything else', () => {
    const value = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map(text => `SECRET${text}`);
    const variable = fc.record({ name: fc.constantFrom('A', 'B'), value });
    const pod = fc.record({
      spec: fc.record({
        containers: fc.array(
          fc.record({ env: fc.array(variable), image: fc.constant('x') }),
          { minLength: 1, maxLength: 3 },
        ),
      }),
    });
    fc.assert(
      fc.property(
        pod,
        fc.constantFrom(2, 4),
        fc.boolean(),
        (it, indent, seq) => {
          const text = stringify(it, { indent, indentSeq: seq });
          const hidden = hideEnvValues(text);
          expect(hidden).not.toContain('SECRET');
          const { containers } = parse(hidden).spec;
          expect(
            containers.map((each: { image: string }) => each.image),
          ).toEqual(it.spec.containers.map(each => each.image));
        },
      ),
    );
  });
});
