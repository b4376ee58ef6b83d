import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseDemoArguments } from './parseDemoArguments.mjs';

describe('parseDemoArguments', () => {
  const parse = (...args) => parseDemoArguments(args, '/home/ada');

  it('starts with the ports of the README', () => {
    const { kind, ports, autoplay } = parse();
    assert.equal(kind, 'start');
    assert.deepEqual(ports, {
      backstage: 7007,
      build: 7101,
      run: 7102,
      control: 7100,
      registry: 7103,
    });
    assert.equal(autoplay, true);
  });

  it('takes other ports, a recording from where one is, a speed', () => {
    const wish = parse(
      '--port',
      '8007',
      '--port-build=8101',
      '--recording',
      '../mine',
      '--speed',
      '2.5',
      '--no-autoplay',
    );
    assert.equal(wish.ports.backstage, 8007);
    assert.equal(wish.ports.build, 8101);
    assert.equal(wish.recording, '/home/mine');
    assert.equal(wish.speed, 2.5);
    assert.equal(wish.autoplay, false);
  });

  it('puts the registry beside the control port, unless told otherwise', () => {
    assert.equal(parse('--port-control', '8100').ports.registry, 8103);
    assert.equal(parse('--port-registry', '9000').ports.registry, 9000);
  });

  it('hands commands on as they are', () => {
    assert.deepEqual(parse('push', 'a/b', '--failed'), {
      kind: 'command',
      args: ['push', 'a/b', '--failed'],
    });
    assert.deepEqual(parse('--', 'kubeconfig'), {
      kind: 'command',
      args: ['kubeconfig'],
    });
  });

  it('helps', () => {
    for (const args of [
      ['--help'],
      ['-h'],
      ['--', '--help'],
      ['--port', '1', '--help'],
    ]) {
      assert.equal(parse(...args).kind, 'help');
    }
  });

  const wrong = [
    [['--port', '0'], /--port 0 is not a port/],
    [['--port', '70000'], /not a port/],
    [['--port-run', '71x2'], /--port-run 71x2 is not a port/],
    [['--speed', '0'], /not a speed/],
    [['--speed', 'fast'], /not a speed/],
    [['--prot', '1'], /--prot/],
    [['pusch', 'a/b'], /no command "pusch"/],
    [['--recording'], /recording/],
  ];
  for (const [args, says] of wrong) {
    it(`says what is wrong with ${args.join(' ')}, and what there is`, () =>
      assert.throws(
        () => parse(...args),
        error => says.test(error.message) && error.advice.length > 0,
      ));
  }
});
