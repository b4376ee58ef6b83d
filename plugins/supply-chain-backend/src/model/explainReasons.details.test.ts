import { explainReasons } from './explainReasons';
import {
  blob,
  changedBuild,
  configChange,
  env,
  FLUX,
  REVISIONS,
} from './testing/changedBuild';
import type { ValuesShown } from './ValuesShown';

const { old: OLD, new: NEW } = REVISIONS;

describe('explainReasons', () => {
  it.each<[ValuesShown, object]>([
    ['shown', { old: 'hunter2', new: 'hunter3', redacted: false }],
    ['redacted', { redacted: true }],
  ])(
    'names a changed variable and, with values %s, tells no more than that',
    (values, rest) => {
      const changed = explainReasons(
        changedBuild(
          configChange(
            { source: { subPath: 'a' }, ...env(['PASSWORD', 'hunter2']) },
            { source: { subPath: 'a' }, ...env(['PASSWORD', 'hunter3']) },
          ),
        ),
        undefined,
        values,
      );
      expect(changed[0]?.details).toEqual([
        { path: 'env.PASSWORD', kind: 'changed', ...rest },
      ]);
      if (values === 'redacted')
        expect(JSON.stringify(changed)).not.toContain('hunter');
    },
  );

  it('shows both revisions of a commit behind Flux, and where the archive is', () => {
    const [reason] = explainReasons(
      changedBuild(configChange(blob(OLD), blob(NEW))),
      undefined,
      'redacted',
    );
    expect(reason).toMatchObject({
      kind: 'source',
      said: 'CONFIG',
      message: 'source',
      params: { revision: '433a68c' },
    });
    expect(reason?.details).toEqual([
      {
        path: 'source.revision',
        kind: 'changed',
        old: OLD,
        new: NEW,
        redacted: false,
      },
      {
        path: 'source.blob.url',
        kind: 'changed',
        old: `${FLUX}/${OLD}.tar.gz`,
        new: `${FLUX}/${NEW}.tar.gz`,
        redacted: false,
      },
    ]);
  });

  it('does not show what stands before the host of a URL', () => {
    const at = (secret: string) => ({
      source: { blob: { url: `https://me:${secret}@a.example/x.zip` } },
    });
    const reasons = explainReasons(
      changedBuild(configChange(at('s3cret'), at('t0ken'))),
      undefined,
      'shown',
    );
    expect(JSON.stringify(reasons)).not.toMatch(/s3cret|t0ken/);
  });

  it('names entries of a list by their name, so that one more does not shift the others', () => {
    const [reason] = explainReasons(
      changedBuild(
        configChange(
          { source: { subPath: 'x' }, ...env(['B', '2']) },
          { source: { subPath: 'x' }, ...env(['A', '1'], ['B', '2']) },
        ),
      ),
      undefined,
      'shown',
    );
    expect(reason?.details.map(each => [each.path, each.kind])).toEqual([
      ['env.A', 'added'],
    ]);
  });
});

describe('a URL of which only the credentials differ', () => {
  it('shows that something is hidden, not two equal values', () => {
    const git = (user: string) => ({
      source: { git: { url: `https://${user}@git.example/app` } },
    });
    const [reason] = explainReasons(
      changedBuild(configChange(git('old:secret'), git('new:secret'))),
      undefined,
      'shown',
    );
    expect(reason?.details).toEqual([
      { path: 'source.git.url', kind: 'changed', redacted: true },
    ]);
  });
});
