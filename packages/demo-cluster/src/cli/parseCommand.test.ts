import { parseCommand } from './parseCommand.ts';

const order = (path: string, body: unknown, control = 7100) => ({
  ...{ kind: 'order', control, path, body },
});

describe('parseCommand', () => {
  it('serves with the usual ports unless told otherwise', () => {
    expect(parseCommand([])).toEqual({
      kind: 'serve',
      recording: undefined,
      ports: { build: 7101, run: 7102, control: 7100, registry: 7103 },
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
      ports: { build: 7101, run: 9, control: 7100, registry: 7103 },
      speed: 0.5,
      autoplay: false,
    });
  });

  it('generates as many workloads and clusters as it is told', () => {
    expect(parseCommand(['--generate', '10'])).toEqual({
      ...{ kind: 'generate', workloads: 10, clusters: 1 },
      ports: { first: 7101, control: 7100 },
    });
    expect(
      parseCommand([
        ...['--generate', '100', '--clusters', '5', '--seed', 'x'],
        ...['--port-build', '0'],
      ]),
    ).toEqual({
      ...{ kind: 'generate', workloads: 100, clusters: 5, seed: 'x' },
      ports: { first: 0, control: 7100 },
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
    ['--generate many', /--generate many: give a whole number/],
    ['--generate 5 --clusters 0', /--clusters 0: give a whole number/],
    ['--what', /what/],
  ])('says what is wrong with %s', (line, says) => {
    expect(() => parseCommand(line.split(' '))).toThrow(says);
  });
});
