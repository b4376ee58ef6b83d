import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SetupError } from '../setup/SetupError.mjs';

/** Commands of the demo cluster's own CLI, which talk to a demo that is running. */
const CLUSTER_COMMANDS = new Set([
  ...['push', 'trigger', 'stack', 'scenario'],
  ...['break', 'mend', 'kubeconfig'],
]);

export const DEFAULT_PORTS = {
  backstage: 7007,
  build: 7101,
  run: 7102,
  control: 7100,
};

/** The registry's port follows the control port unless it is named: another demo has another one. */
const REGISTRY_AFTER_CONTROL = 3;

const OPTIONS = {
  port: { type: 'string' },
  'port-build': { type: 'string' },
  'port-run': { type: 'string' },
  'port-control': { type: 'string' },
  'port-registry': { type: 'string' },
  recording: { type: 'string' },
  speed: { type: 'string' },
  'no-autoplay': { type: 'boolean' },
  verbose: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
};

/**
 * What the person wants: help, a command for a running demo, or a demo.
 * @param {readonly string[]} given
 * @param {string} cwd where the person is; recordings are named from there
 */
export function parseDemoArguments(given, cwd) {
  // npm takes the first `--` away, Yarn hands it on.
  const args = given[0] === '--' ? given.slice(1) : [...given];
  const [first] = args;
  if (first !== undefined && CLUSTER_COMMANDS.has(first)) {
    return { kind: 'command', args };
  }
  const { values, positionals } = parse(args);
  if (values.help) return { kind: 'help' };
  if (positionals.length > 0) {
    throw new SetupError(
      `The demo has no command "${positionals[0]}".`,
      `Commands: ${[...CLUSTER_COMMANDS].join(
        ', ',
      )}. All about them: npm run demo -- --help`,
    );
  }
  const control = port(
    'port-control',
    values['port-control'],
    DEFAULT_PORTS.control,
  );
  return {
    kind: 'start',
    ports: {
      backstage: port('port', values.port, DEFAULT_PORTS.backstage),
      build: port('port-build', values['port-build'], DEFAULT_PORTS.build),
      run: port('port-run', values['port-run'], DEFAULT_PORTS.run),
      control,
      registry: port(
        'port-registry',
        values['port-registry'],
        control + REGISTRY_AFTER_CONTROL,
      ),
    },
    recording: values.recording && resolve(cwd, values.recording),
    speed: speed(values.speed),
    autoplay: !values['no-autoplay'],
    verbose: values.verbose ?? false,
  };
}

function parse(args) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new SetupError(
      error.message,
      'What there is: npm run demo -- --help',
    );
  }
}

function port(name, text, otherwise) {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (Number.isInteger(value) && value > 0 && value < 65_536) return value;
  throw new SetupError(
    `--${name} ${text} is not a port.`,
    'Ports are whole numbers from 1 to 65535.',
  );
}

function speed(text) {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (Number.isFinite(value) && value > 0) return value;
  throw new SetupError(
    `--speed ${text} is not a speed.`,
    '1 is as recorded, 10 is ten times as fast.',
  );
}
