import { createHash } from 'node:crypto';
import { ConnectionLost } from '../clusters/errors/ConnectionLost';
import { MeasuredLog } from './MeasuredLog';

const T1 = '2026-11-22T21:28:40.000000001Z';
const T2 = '2026-11-22T21:28:41.5Z';
const lost = () =>
  new ConnectionLost({ cluster: 'build', verb: 'get', resource: 'pods/log' });

async function* pieces(text: string, size: number, end?: Error) {
  const bytes = Buffer.from(text);
  for (let from = 0; from < bytes.length; from += size) {
    yield bytes.subarray(from, from + size);
  }
  if (end) throw end;
}

async function measured(log: MeasuredLog) {
  const parts: Uint8Array[] = [];
  for await (const part of log.bytes()) parts.push(part);
  const text = Buffer.concat(parts).toString();
  return { text, ...log.measure(), completeness: log.completeness };
}

describe.each([1, 7, 1_000])('a log that comes in pieces of %d bytes', size => {
  const of = (text: string, most = 1_000_000, end?: Error) =>
    measured(new MeasuredLog(pieces(text, size, end), most));

  it('has its bytes, lines, hash, first and last time', async () => {
    const text = `${T1} one\n${T1} \n${T2} thrée\n`;
    expect(await of(text)).toEqual({
      text,
      bytes: Buffer.byteLength(text),
      lines: 3,
      sha256: createHash('sha256').update(text).digest('hex'),
      firstAt: T1,
      lastAt: T2,
      completeness: { kind: 'complete' },
    });
  });

  it.each([
    ['', 0, undefined],
    [`${T1} open`, 1, T1],
    [`${T1} a\n${T2} open`, 2, T2],
    [`${T1} a\n${T2} `, 2, T2],
  ])('of %j has its last line', async (text, lines, lastAt) => {
    expect(await of(text)).toMatchObject({
      ...{ text, lines, lastAt },
      completeness: { kind: 'complete' },
    });
  });

  it('says that it is cut where it is too long', async () => {
    const text = `${T1} one\n${T2} two\n`;
    expect(await of(text, text.length)).toMatchObject({
      text,
      completeness: { kind: 'complete' },
    });
    expect(await of(text, 40)).toMatchObject({
      text: text.slice(0, 40),
      bytes: 40,
      completeness: { kind: 'incomplete', because: 'too-long' },
    });
  });

  it('keeps what came before the connection was lost', async () => {
    const text = `${T1} one\n${T2} tw`;
    expect(await of(text, 1_000, lost())).toMatchObject({
      ...{ text, lines: 2, lastAt: T2 },
      completeness: { kind: 'incomplete', because: 'pod-gone' },
    });
  });

  it('is none where the node says that it has none', async () => {
    const says =
      'unable to retrieve container logs for containerd://0123456789abcdef';
    expect(await of(says)).toMatchObject({
      ...{ text: '', bytes: 0, lines: 0 },
      completeness: { kind: 'incomplete', because: 'unreadable' },
    });
  });

  it('is not complete where the node says that it cannot go on', async () => {
    expect(await of(`${T1} one\nrpc error: code = Unknown`)).toMatchObject({
      ...{ firstAt: T1, lastAt: T1 },
      completeness: { kind: 'incomplete', because: 'unreadable' },
    });
  });

  it('of a node that gives no times is believed', async () => {
    expect(await of('hello\nworld\n')).toMatchObject({
      ...{ text: 'hello\nworld\n', lines: 2, firstAt: undefined },
      completeness: { kind: 'complete' },
    });
  });
});

it('passes on what is wrong with the archive or the cluster', async () => {
  const log = new MeasuredLog(pieces('x', 1, new Error('Something else')), 10);
  await expect(measured(log)).rejects.toThrow('Something else');
});
