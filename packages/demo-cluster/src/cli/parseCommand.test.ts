import { parseCommand } from './parseCommand.ts';

const order = (path: string, body: unknown, control = 7100) => ({
  ...{ kind: 'order', control, path, body },
});

describe('parseCommand', () => {
  it('serves with the usual ports unless told otherwise', () => {
    expect(parseCommand([])).toEqual({
      kind: 'serve',
      recording: undefined,
      ports: { build: 7101, run: 7102, control: 7100 },
      speed: undefined,
      autoplay: true,
    });
    expect(
      parseCommand([
        ...['serve', '--recording', 'some/dir', '--port-run', '9', '--speed'],
        ...['0.5', '--no-autoplay'],
      ]),
    ).toEqual({
      kind: 'serve',
      recording: 'some/dir',
      ports: { build: 7101, run: 9, control: 7100 },
      speed: 0.5,
      autoplay: false,
    });
  });

  it.each([
    ['push a/b', order('/push', { target: 'a/b' })],
    ['push a/b --failed', order('/push', { target: 'a/b', outcome: 'failed' })],
    ['trigger a/b --port-control 8', order('/trigger', { target: 'a/b' }, 8)],
    ['stack', order('/stack', {})],
    ['stack base', order('/stack', { name: 'base' })],
    ['scenario', { kind: 'scenarios' }],
    ['scenario fail a/b', order('/scenario', { name: 'fail', target: 'a/b' })],
    [
      'break run latencyMs 20',
      order('/faults', { cluster: 'run', set: { latencyMs: 20 } }),
    ],
    [
      'break run dead',
      order('/faults', { cluster: 'run', set: { dead: true } }),
    ],
    [
      'break build forbid builds.kpack.io',
      order('/faults', {
        cluster: 'build',
        set: { forbid: 'builds.kpack.io' },
      }),
    ],
    [
      'break build end-watches',
      order('/faults', { cluster: 'build', endWatches: true }),
    ],
    ['mend build', order('/faults', { cluster: 'build', reset: true })],
    ['kubeconfig', { kind: 'kubeconfig', control: 7100 }],
    ['push --help', { kind: 'help' }],
  ])('understands %s', (line, command) => {
    expect(parseCommand(line.split(' '))).toEqual(command);
  });

  it.each([
    ['push', /push needs NAMESPACE\/WORKLOAD/],
    ['break run', /break needs FAULT/],
    ['nonsense', /No command "nonsense"/],
    ['--port-build 70000', /ports are whole numbers/],
    ['--speed fast', /give a number above 0/],
    ['--what', /what/],
  ])('says what is wrong with %s', (line, says) => {
    expect(() => parseCommand(line.split(' '))).toThrow(says);
  });
});
