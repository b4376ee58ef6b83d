import { Fields } from '../model/objects/Fields';

/** JSON of a registry as something to ask questions; undefined when it is none, or no object. */
export function parseJson(content: Buffer | string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(content.toString());
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? new Fields(value)
      : undefined;
  } catch {
    return undefined;
  }
}
