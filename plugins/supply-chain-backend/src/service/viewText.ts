import { etag } from './etag';

/** An answer as it is sent, and the version that it has. */
export interface ViewText {
  readonly json: string;
  /** Its ETag. */
  readonly version: string;
}

const known = new WeakMap<object, ViewText>();

/**
 * The text of a view. A view is never changed once it was answered, so it is written out once however many ask for it,
 * for pages and streams alike.
 */
export function viewText(view: object): ViewText {
  const before = known.get(view);
  if (before) return before;
  const json = JSON.stringify(view);
  const text = { json, version: etag(json) };
  known.set(view, text);
  return text;
}
