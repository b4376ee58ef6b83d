import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { resourceName } from '../clusters/resourceName';
import { watchedKinds } from '../service/watchedKinds';
import { ROLE_RULES, ROLE_TEXT, rightsOf } from './testing/packagedRole';
import { ON_DEMAND, POLICIES, TRIGGER } from './testing/usedRights';

describe('the ClusterRole in the package', () => {
  it('has the rights that are used, and no others', () => {
    const used = Object.values(watchedKinds).flatMap(({ resource }) =>
      ['list', 'watch'].map(verb => `${verb} ${resourceName(resource)}`),
    );
    expect(rightsOf(ROLE_RULES)).toEqual(
      [...used, ...POLICIES, ...ON_DEMAND, 'get pods/log', TRIGGER].sort(),
    );
  });

  it('stands in the documentation word for word', () => {
    const page = resolve(__dirname, '../../../../docs/operations.md');
    expect(readFileSync(page, 'utf8')).toContain(ROLE_TEXT.trim());
  });
});
