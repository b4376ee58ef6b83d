import { explainRun } from './explainRun';
import type { RunInputs } from './RunInputs';

const run = (
  params: Record<string, string> = {},
  images: Record<string, string> = {},
): RunInputs => ({
  params: new Map(
    Object.entries({
      source_url: 'http://flux/a.tar.gz',
      dockerfile: 'Dockerfile',
      ...params,
    }),
  ),
  stepImages: new Map(Object.entries(images)),
});

const OLD = '1fee325f45924805776eff569e217b138f0077bb';
const NEW = '433a68cc94e1f5692672047d80cbb23577949591';

describe('explainRun', () => {
  it.each<[string, RunInputs, RunInputs | undefined, string[]]>([
    [
      'a new revision',
      run({ source_revision: `main@sha1:${NEW}` }),
      run({ source_revision: `main@sha1:${OLD}` }),
      ['New source revision 433a68c'],
    ],
    [
      'an archive that moved',
      run({ source_url: `http://flux/${NEW}.tar.gz` }),
      run({ source_url: `http://flux/${OLD}.tar.gz` }),
      ['New source revision 433a68c'],
    ],
    [
      'an address without a commit',
      run({ source_url: 'http://flux/b' }),
      run(),
      ['The source moved'],
    ],
    [
      'another Dockerfile',
      run({ dockerfile: 'Dockerfile.prod' }),
      run(),
      ['Configuration changed: param dockerfile'],
    ],
    [
      'context and arguments',
      run({ context: 'a', extra_args: '--x' }),
      run({ context: 'b' }),
      ['Configuration changed: param context, param extra_args'],
    ],
    [
      'another builder',
      run({}, { build: 'kaniko@sha256:2' }),
      run({}, { build: 'kaniko@sha256:1' }),
      ['The image of step build changed'],
    ],
    [
      'a run that has not told its images',
      run({}, { build: 'kaniko:v1' }),
      run({}, { build: 'kaniko@sha256:1' }),
      ['Nothing differs from the run before: the controller ran it again'],
    ],
    [
      'everything at once',
      run({ source_revision: NEW, context: 'a' }, { build: 'k@sha256:2' }),
      run({ source_revision: OLD, context: 'b' }, { build: 'k@sha256:1' }),
      [
        'New source revision 433a68c',
        'Configuration changed: param context',
        'The image of step build changed',
      ],
    ],
    [
      'nothing',
      run(),
      run(),
      ['Nothing differs from the run before: the controller ran it again'],
    ],
    [
      'none before it',
      run(),
      undefined,
      ['The oldest run that is kept: there is none to compare it with'],
    ],
  ])('tells of %s', (_, now, before, titles) => {
    expect(explainRun(now, before, 'shown').map(({ title }) => title)).toEqual(
      titles,
    );
  });

  it('hides what may be a secret from those who may not see values', () => {
    const [reason] = explainRun(
      run({ extra_args: '--build-arg=TOKEN=new', dockerfile: 'B' }),
      run({ extra_args: '--build-arg=TOKEN=old' }),
      'redacted',
    );
    expect(reason?.details).toEqual(
      [
        { path: 'param extra_args', kind: 'changed', redacted: true },
        {
          path: 'param dockerfile',
          kind: 'changed',
          old: 'Dockerfile',
          new: 'B',
          redacted: false,
        },
      ].sort((a, b) => (a.path > b.path ? 1 : -1)),
    );
  });
});
