import { parseArgs } from 'node:util';

/** What the command line asks for. */
export type Command =
  | { readonly kind: 'help' }
  | {
      readonly kind: 'serve';
      readonly recording: string | undefined;
      readonly ports: {
        build: number;
        run: number;
        control: number;
        registry: number;
      };
      readonly speed: number | undefined;
      readonly autoplay: boolean;
    }
  | {
      /** Workloads made from the recorded ones, as many as wanted. */
      readonly kind: 'generate';
      readonly recording: string | undefined;
      readonly workloads: number;
      readonly clusters: number;
      readonly seed: string | undefined;
      readonly ports: { first: number; control: number };
    }
  | {
      /** Taken by the control endpoint of a demo that runs. */
      readonly kind: 'order';
      readonly control: number;
      readonly path: string;
      readonly body: unknown;
    }
  | { readonly kind: 'kubeconfig'; readonly control: number }
  | { readonly kind: 'scenarios' };

const DEFAULT_PORTS = { build: 7101, run: 7102, control: 7100 };

/** The registry's port follows the control port unless it is named: another demo has another one. */
const REGISTRY_AFTER_CONTROL = 3;

/** Each takes some 30 KB of memory. */
const MOST_WORKLOADS = 100_000;

const OPTIONS = {
  recording: { type: 'string' },
  'port-build': { type: 'string' },
  'port-run': { type: 'string' },
  'port-control': { type: 'string' },
  'port-registry': { type: 'string' },
  speed: { type: 'string' },
  'no-autoplay': { type: 'boolean' },
  generate: { type: 'string' },
  clusters: { type: 'string' },
  seed: { type: 'string' },
  failed: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the command line; throws an Error that says what to write instead. */
export function parseCommand(args: readonly string[]): Command {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: OPTIONS,
    allowPositionals: true,
  });
  const port = (name: keyof typeof DEFAULT_PORTS) =>
    readPort(`--port-${name}`, values[`port-${name}`], DEFAULT_PORTS[name]);
  const control = port('control');
  const order = (path: string, body: unknown): Command => ({
    ...{ kind: 'order', control, path, body },
  });
  const [name = 'serve', first, second, third] = positionals;
  if (values.help) return { kind: 'help' };
  switch (name) {
    case 'serve':
      if (values.generate !== undefined)
        return {
          kind: 'generate',
          ...{ recording: values.recording, seed: values.seed },
          workloads: readCount('--generate', values.generate, MOST_WORKLOADS),
          clusters: readCount('--clusters', values.clusters ?? '1', 100),
          ports: { first: port('build'), control },
        };
      return {
        kind: 'serve',
        recording: values.recording,
        ports: {
          ...{ build: port('build'), run: port('run'), control },
          registry: readPort(
            '--port-registry',
            values['port-registry'],
            // 0: any free one, as for the control port.
            control && control + REGISTRY_AFTER_CONTROL,
          ),
        },
        speed: readSpeed(values.speed),
        autoplay: values['no-autoplay'] !== true,
      };
    case 'push':
      return order('/push', {
        target: need(name, 'NAMESPACE/WORKLOAD', first),
        ...(values.failed && { outcome: 'failed' }),
      });
    case 'trigger':
      return order('/trigger', {
        target: need(name, 'NAMESPACE/WORKLOAD', first),
      });
    case 'stack':
      return order('/stack', first === undefined ? {} : { name: first });
    case 'scenario':
      if (first === undefined) return { kind: 'scenarios' };
      return order('/scenario', {
        name: first,
        ...(second !== undefined && { target: second }),
      });
    case 'break':
      return order('/faults', {
        cluster: need(name, 'CLUSTER', first),
        ...(second === 'end-watches'
          ? { endWatches: true }
          : { set: { [need(name, 'FAULT', second)]: readValue(third) } }),
      });
    case 'mend':
      return order('/faults', {
        cluster: need(name, 'CLUSTER', first),
        reset: true,
      });
    case 'kubeconfig':
      return { kind: 'kubeconfig', control };
    default:
      throw new Error(`No command "${name}"; --help tells which there are`);
  }
}

function need(command: string, what: string, value: string | undefined) {
  if (value === undefined) throw new Error(`${command} needs ${what}`);
  return value;
}

function readPort(
  option: string,
  text: string | undefined,
  otherwise: number,
): number {
  if (text === undefined) return otherwise;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new Error(`${option} ${text}: ports are whole numbers up to 65535`);
}

function readCount(option: string, text: string, most: number): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= most) return count;
  throw new Error(`${option} ${text}: give a whole number from 1 to ${most}`);
}

function readSpeed(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const speed = Number(text);
  if (speed > 0 && speed <= 10_000) return speed;
  throw new Error(`--speed ${text}: give a number above 0, up to 10000`);
}

/** `true`, a number, a kind such as builds.kpack.io, or JSON. */
function readValue(text: string | undefined): unknown {
  if (text === undefined) return true;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
