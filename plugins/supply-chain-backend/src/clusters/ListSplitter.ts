import { isJsonSpace } from './isJsonSpace';
import { JSON_BYTE } from './JSON_BYTE';
import { JsonScan } from './JsonScan';

const { quote, comma, colon, openList, closeList, openObject, closeObject } =
  JSON_BYTE;

/** Bytes around the items: kind, version, and a token of some hundred bytes to go on with. */
const LONGEST_ENVELOPE = 256 * 1024;

type Place =
  /** Outside the items: in what becomes the envelope. */
  | 'envelope'
  | 'before first item'
  | 'before item'
  | 'in item'
  /** A number, a word, or rubbish: anything up to the next comma or bracket. */
  | 'in bare item'
  | 'after item'
  /** Not a list as the API writes them. */
  | 'lost';

/** The bytes of a `List` in JSON, chunk by chunk -> the bytes of each of its items, and of all the rest at its end. */
export class ListSplitter {
  readonly #onItem: (bytes: Buffer, whole: boolean) => void;
  readonly #longest: number;
  #place: Place = 'envelope';
  #envelope = Buffer.alloc(512);
  #envelopeBytes = 0;
  #depth = 0;
  #inString = false;
  #escaped = false;
  /** Where in the envelope the last string begins. */
  #stringAt = 0;
  /** The key of the outermost object whose value comes next. */
  #key = '';
  #hadItems = false;
  #scan = new JsonScan();
  #begun: Uint8Array[] = [];
  #begunBytes = 0;

  /** Of an item of more than `longest` bytes only the beginning is given, as not whole. */
  constructor(
    onItem: (bytes: Buffer, whole: boolean) => void,
    longest: number,
  ) {
    this.#onItem = onItem;
    this.#longest = longest;
  }

  /** False once it cannot be a list any more; the rest need not be read then. */
  push(chunk: Uint8Array): boolean {
    let at = 0;
    while (at < chunk.length && this.#place !== 'lost') {
      switch (this.#place) {
        case 'envelope':
          this.#takeEnvelope(chunk[at] ?? 0);
          at += 1;
          break;
        case 'in item':
          at = this.#takeItem(chunk, at, this.#scan.end(chunk, at));
          break;
        case 'in bare item':
          at = this.#takeItem(chunk, at, endOfBare(chunk, at));
          break;
        default:
          at = this.#takeBetween(chunk, at);
      }
    }
    return this.#place !== 'lost';
  }

  /** The list as JSON with no items in it; undefined when it was cut off among its items, or is none. */
  end(): Buffer | undefined {
    return this.#place === 'envelope'
      ? this.#envelope.subarray(0, this.#envelopeBytes)
      : undefined;
  }

  #takeEnvelope(byte: number): void {
    this.#keep(byte);
    if (this.#inString) {
      if (this.#escaped) this.#escaped = false;
      else if (byte === JSON_BYTE.backslash) this.#escaped = true;
      else if (byte === quote) this.#inString = false;
      return;
    }
    switch (byte) {
      case quote:
        this.#inString = true;
        this.#stringAt = this.#envelopeBytes;
        break;
      case colon:
        if (this.#depth === 1) this.#key = this.#lastString();
        break;
      case comma:
        if (this.#depth === 1) this.#key = '';
        break;
      case openList:
        if (this.#depth === 1 && this.#key === 'items') {
          this.#place = this.#hadItems ? 'lost' : 'before first item';
          this.#hadItems = true;
          break;
        }
        this.#depth += 1;
        break;
      case openObject:
        this.#depth += 1;
        break;
      case closeObject:
      case closeList:
        this.#depth -= 1;
        break;
      default:
    }
  }

  #takeBetween(chunk: Uint8Array, at: number): number {
    const byte = chunk[at];
    if (isJsonSpace(byte)) return at + 1;
    const afterItem = this.#place === 'after item';
    if (byte === closeList && this.#place !== 'before item') {
      this.#keep(closeList);
      this.#place = 'envelope';
      return at + 1;
    }
    if (byte === comma && afterItem) {
      this.#place = 'before item';
      return at + 1;
    }
    if (afterItem || byte === comma || byte === closeList) {
      this.#place = 'lost';
      return at;
    }
    const hasEnds = byte === openObject || byte === openList || byte === quote;
    this.#place = hasEnds ? 'in item' : 'in bare item';
    this.#scan = new JsonScan();
    return at;
  }

  /** `to` is -1 when the item goes on beyond the chunk. */
  #takeItem(chunk: Uint8Array, from: number, to: number): number {
    const part = chunk.subarray(from, to === -1 ? chunk.length : to);
    const room = this.#longest - this.#begunBytes;
    this.#begunBytes += part.length;
    if (room > 0) this.#begun.push(part.subarray(0, room));
    if (to === -1) return chunk.length;
    const [first = part] = this.#begun;
    this.#onItem(
      this.#begun.length === 1
        ? Buffer.from(first.buffer, first.byteOffset, first.length)
        : Buffer.concat(this.#begun),
      this.#begunBytes <= this.#longest,
    );
    this.#begun = [];
    this.#begunBytes = 0;
    this.#place = 'after item';
    return to;
  }

  #keep(byte: number): void {
    if (this.#envelopeBytes === LONGEST_ENVELOPE) {
      this.#place = 'lost';
      return;
    }
    if (this.#envelopeBytes === this.#envelope.length) {
      this.#envelope = Buffer.concat([this.#envelope, this.#envelope]);
    }
    this.#envelope[this.#envelopeBytes] = byte;
    this.#envelopeBytes += 1;
  }

  #lastString(): string {
    const text = this.#envelope.toString(
      'latin1',
      this.#stringAt,
      this.#envelopeBytes,
    );
    return text.slice(0, text.indexOf('"'));
  }
}

function endOfBare(chunk: Uint8Array, from: number): number {
  for (let at = from; at < chunk.length; at += 1) {
    const byte = chunk[at];
    if (byte === comma || byte === closeList || isJsonSpace(byte)) return at;
  }
  return -1;
}
