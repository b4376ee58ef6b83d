/** The fields of a protobuf message by number: texts and messages as bytes, numbers left out. */
export type ProtobufFields = ReadonlyMap<number, Buffer>;

const WIRE = { varint: 0, fixed64: 1, bytes: 2, fixed32: 5 } as const;

/** Reads one message, without its nested ones. Throws a RangeError when it is cut off or no protobuf. */
export function readProtobuf(message: Buffer): ProtobufFields {
  const fields = new Map<number, Buffer>();
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= 0x80) {
      const byte = message[at];
      if (byte === undefined) throw new RangeError('protobuf: cut off');
      at += 1;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      if (factor > Number.MAX_SAFE_INTEGER)
        throw new RangeError('protobuf: endless number');
    }
  };
  while (at < message.length) {
    const tag = varint();
    switch (tag % 8) {
      case WIRE.varint:
        varint();
        break;
      case WIRE.fixed64:
        at += 8;
        break;
      case WIRE.fixed32:
        at += 4;
        break;
      case WIRE.bytes: {
        const size = varint();
        if (at + size > message.length)
          throw new RangeError('protobuf: cut off');
        fields.set(Math.floor(tag / 8), message.subarray(at, at + size));
        at += size;
        break;
      }
      default:
        throw new RangeError('protobuf: unknown wire type');
    }
  }
  return fields;
}
