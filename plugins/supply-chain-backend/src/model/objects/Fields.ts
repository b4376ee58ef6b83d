import { cutText } from './cutText';

/** Longest text kept of one field, in UTF-16 units: names, references and URLs are far shorter. Messages ask for more. */
const TEXT_MAX = 1024;

/** Most entries kept of one list or map. The longest chains have some 20 stages, pods some 20 containers. */
const ENTRIES_MAX = 500;

/** A look at unknown JSON: every question answers with the right type or "not there"; nothing throws. */
export class Fields {
  private readonly value: Readonly<Record<string, unknown>>;

  constructor(raw: unknown) {
    this.value =
      typeof raw === 'object' && raw !== null && !Array.isArray(raw)
        ? (raw as Readonly<Record<string, unknown>>)
        : {};
  }

  /** True when there is an object with at least one field under the key. */
  has(key: string): boolean {
    return Object.keys(this.object(key).value).length > 0;
  }

  object(key: string): Fields {
    return new Fields(this.raw(key));
  }

  /** The objects of a list; entries that are none are dropped. */
  list(key: string): readonly Fields[] {
    const list = this.raw(key);
    if (!Array.isArray(list)) return [];
    return list
      .slice(0, ENTRIES_MAX)
      .filter(each => typeof each === 'object' && each !== null)
      .map(each => new Fields(each));
  }

  /** Text that is not empty, cut with a sign when it is out of all proportion. */
  text(key: string, max: number = TEXT_MAX): string | undefined {
    const text = this.raw(key);
    return typeof text === 'string' && text !== ''
      ? cutText(text, max)
      : undefined;
  }

  texts(key: string): readonly string[] {
    const list = this.raw(key);
    if (!Array.isArray(list)) return [];
    return list
      .slice(0, ENTRIES_MAX)
      .filter((each): each is string => typeof each === 'string' && each !== '')
      .map(each => cutText(each, TEXT_MAX));
  }

  /** How many entries a list has, also of those that are not read. */
  count(key: string): number {
    const list = this.raw(key);
    return Array.isArray(list) ? list.length : 0;
  }

  integer(key: string): number | undefined {
    const number = this.raw(key);
    return Number.isSafeInteger(number) ? (number as number) : undefined;
  }

  flag(key: string): boolean {
    return this.raw(key) === true;
  }

  /** A moment that really is one. kpack writes `null` on some conditions. */
  instant(key: string): string | undefined {
    const text = this.text(key, 64);
    return text !== undefined && !Number.isNaN(Date.parse(text))
      ? text
      : undefined;
  }

  /** A map of texts, such as labels; other values are dropped. */
  map(key: string): Readonly<Record<string, string>> {
    const entries = Object.entries(this.object(key).value)
      .slice(0, ENTRIES_MAX)
      .filter((each): each is [string, string] => typeof each[1] === 'string')
      .map(([name, text]) => [name, cutText(text, TEXT_MAX)] as const);
    return Object.fromEntries(entries);
  }

  /** The value as it came, for readers that know better. */
  raw(key: string): unknown {
    return Object.hasOwn(this.value, key) ? this.value[key] : undefined;
  }
}
