import fc from 'fast-check';
import { nearTerm } from './nearTerm';

const TYPE = 'apps.tanzu.vmware.com/workload-type';
const term = (accepts: readonly string[]) => ({
  key: TYPE,
  is: '',
  must: '',
  accepts,
});

describe('nearTerm', () => {
  it.each([
    [
      'a misspelt label',
      { 'apps.tanzu.vmware.com/workload-typ': 'web' },
      'apps.tanzu.vmware.com/workload-typ',
    ],
    ['a misspelt value', { [TYPE]: 'worke' }, 'worker'],
    ['a short value with letters swapped', { [TYPE]: 'wbe' }, 'web'],
    ['the same value in another case', { [TYPE]: 'Web' }, 'web'],
    ['nothing: another value', { [TYPE]: 'batch' }, undefined],
    [
      'nothing: another label',
      { 'app.kubernetes.io/part-of': 'shop' },
      undefined,
    ],
    ['nothing: no labels', {}, undefined],
  ])('finds %s', (_, labels, found) => {
    expect(nearTerm(term(['web', 'worker']), labels)).toBe(found);
  });

  it('takes any labels', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.string()),
        fc.array(fc.string()),
        (labels, accepts) => {
          const found = nearTerm(term(accepts), labels);
          if (found !== undefined)
            expect([...accepts, ...Object.keys(labels)]).toContain(found);
        },
      ),
    );
  });
});
