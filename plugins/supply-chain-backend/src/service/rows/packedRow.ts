import type { WorkloadRow } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Subject } from '../Subject';

/** Bytes before the parts: the lengths of the first two. */
const HEAD = 8;

/** A row as bytes, with its workload's labels, on which permissions are decided, and the text that a search looks at. */
export const packedRow = {
  write(row: WorkloadRow, labels: Subject['labels']): Buffer {
    const parts = [JSON.stringify(labels), searched(row), JSON.stringify(row)];
    const [first, second, third] = parts.map(part => Buffer.from(part));
    const head = Buffer.alloc(HEAD);
    head.writeInt32LE(first?.length ?? 0, 0);
    head.writeInt32LE(second?.length ?? 0, 4);
    return Buffer.concat([head, first, second, third].flatMap(p => p ?? []));
  },

  row(record: Buffer): WorkloadRow {
    const start = labelsEnd(record) + record.readInt32LE(4);
    // `write` has made it from a row.
    return JSON.parse(record.toString('utf8', start)) as WorkloadRow;
  },

  labels(record: Buffer): Subject['labels'] {
    // `write` has made it from labels.
    return JSON.parse(
      record.toString('utf8', HEAD, labelsEnd(record)),
    ) as Subject['labels'];
  },

  text(record: Buffer): string {
    const start = labelsEnd(record);
    return record.toString('utf8', start, start + record.readInt32LE(4));
  },

  sameLabels(one: Buffer, other: Buffer): boolean {
    const [end, otherEnd] = [labelsEnd(one), labelsEnd(other)];
    return one.subarray(HEAD, end).equals(other.subarray(HEAD, otherEnd));
  },
};

function labelsEnd(record: Buffer): number {
  return HEAD + record.readInt32LE(0);
}

/** Every text that a row shows, and its name as people write it with its namespace. */
function searched(row: WorkloadRow): string {
  const { namespace, name } = row.ref;
  return [`${namespace}/${name}`, row.tag, row.says, row.chain, row.why]
    .filter(Boolean)
    .join('\n')
    .toLowerCase();
}
