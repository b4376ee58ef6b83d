import { clusterFixture } from '../testing/clusterFixture';
import type { Words } from '../translation/Words';
import { limitWords } from './limitWords';

/** The key and what is put into it. */
const t = ((key: string, values: object) =>
  `${key} ${JSON.stringify(values)}`) as unknown as Words;

const build = clusterFixture('build');
const kind = (resource: string, limitedTo?: string[]) => ({
  ...{ resource, state: 'fresh' as const, objects: 0, unreadable: 0 },
  ...(limitedTo && { limitedTo }),
});

describe('limitWords', () => {
  it('says nothing of a cluster that is read as a whole', () => {
    expect(limitWords(t, build)).toEqual([]);
  });

  it('names no kinds where all are limited alike', () => {
    const kinds = [kind('pods', ['a']), kind('builds', ['a'])];
    expect(limitWords(t, { ...build, title: 'Build', kinds })).toEqual([
      'list.limited {"cluster":"Build","namespaces":"a"}',
    ]);
  });

  it('names the kinds where they differ', () => {
    const kinds = [kind('pods', ['a']), kind('builds', ['a']), kind('images')];
    expect(limitWords(t, { ...build, kinds })).toEqual([
      'list.limitedKinds {"cluster":"build","namespaces":"a","resources":"pods, builds"}',
    ]);
  });

  it('counts what is too much to name', () => {
    const many = Array.from({ length: 50 }, (_, n) => `n${n}`);
    const [words] = limitWords(t, { ...build, kinds: [kind('pods', many)] });
    expect(words).toContain('44');
    expect(words).not.toContain('n6');
  });
});
