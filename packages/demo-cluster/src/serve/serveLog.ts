import type { LiveStream } from '../http/LiveStream.ts';
import { StatusError } from '../http/StatusError.ts';
import { isRecord } from '../records.ts';
import type { ContainerLog } from '../state/LogStore.ts';
import type { ApiCall } from './ApiCall.ts';
import { chooseContainer } from './chooseContainer.ts';
import { containerLogState } from './containerLogState.ts';
import { LogText } from './LogText.ts';
import { parseLogOptions } from './parseLogOptions.ts';
import { Trickle } from './Trickle.ts';

const TEXT = 'text/plain';
/** Records are joined to pieces of about this size before they are written. */
const PIECE_BYTES = 64 * 1024;

/** GET pods/log: what stands, then with `follow` what comes, until the container ends or the client leaves. */
export async function serveLog(call: ApiCall): Promise<void> {
  const { context, exchange, target } = call;
  const { clock, faults, metrics, state } = context;
  const name = target.name ?? '';
  const namespace = target.namespace ?? '';
  const options = parseLogOptions(exchange.url.searchParams, name, clock.now());
  const pod = state.get({ group: '', plural: 'pods' }, namespace, name);
  if (!pod) throw StatusError.notFound({ group: '', plural: 'pods' }, name);
  const container = chooseContainer(pod, options.container);
  const log = options.previous
    ? state.logs.readPrevious(namespace, name, container)
    : state.logs.read(namespace, name, container);
  if (log?.refusal !== undefined) return refuse(call, log.refusal);
  const phase =
    options.previous && log
      ? 'terminated'
      : containerLogState(pod, container, options.previous);
  if (phase === 'unscheduled') {
    exchange.sendNothing();
    return;
  }

  const stream = exchange.openStream(TEXT, faults);
  const pace = faults.settings.slowLogBytesPerSecond;
  const out = pace === undefined ? stream : new Trickle(stream, clock, pace);
  const text = new LogText(options);
  const position = await sendStanding(log, text, stream, out);
  const running = phase === 'running' && options.follow && !options.previous;
  if (!running || text.full) {
    out.end();
    return;
  }
  metrics.openLogFollows += 1;
  stream.onClose(() => {
    metrics.openLogFollows -= 1;
  });
  follow(call, {
    namespace,
    name,
    container,
    log,
    position,
    text,
    stream,
    out,
  });
}

type Out = Pick<Trickle, 'write' | 'end'>;

/** Sends what is there now, at the pace of the reader; tells how many records that were. */
async function sendStanding(
  log: ContainerLog | undefined,
  text: LogText,
  stream: LiveStream,
  out: Out,
): Promise<number> {
  const lines = log?.lines ?? [];
  let pieces: Buffer[] = [];
  let size = 0;
  let at = text.firstOf(lines);
  for (; at < lines.length && !text.full && !stream.closed; at += 1) {
    const line = lines[at];
    const bytes = line ? text.bytesOf(line) : Buffer.alloc(0);
    pieces.push(bytes);
    size += bytes.length;
    if (size < PIECE_BYTES) continue;
    out.write(Buffer.concat(pieces));
    pieces = [];
    size = 0;
    await stream.drained();
  }
  if (size > 0) out.write(Buffer.concat(pieces));
  return at;
}

function follow(
  { context }: ApiCall,
  from: {
    namespace: string;
    name: string;
    container: string;
    log: ContainerLog | undefined;
    position: number;
    text: LogText;
    stream: LiveStream;
    out: Out;
  },
): void {
  const { namespace, name, container, text, stream, out } = from;
  const { logs } = context.state;
  let followed = from.log;
  let lines = from.log?.lines;
  let position = from.position;
  const sendNew = () => {
    if (!followed) {
      followed = logs.read(namespace, name, container);
      lines = followed?.lines;
    }
    for (; lines && position < lines.length && !text.full; position += 1) {
      const line = lines[position];
      if (line) out.write(text.bytesOf(line));
    }
    // A restart gives the container a new file; who follows the old one has seen its end.
    const over = followed?.ended || followed?.lines !== lines;
    if (over || text.full) out.end();
  };
  const unsubscribe = logs.subscribe(namespace, name, container, sendNew);
  stream.onClose(unsubscribe);
  sendNew();
}

/** The recorded error answer, whatever its form. */
function refuse({ exchange }: ApiCall, status: unknown): void {
  const code =
    isRecord(status) && typeof status.code === 'number' ? status.code : 400;
  exchange.sendJson(code, status);
}
