import type { ObjectRequest } from './ObjectRequest';

export interface PatchRequest extends ObjectRequest {
  /** A merge patch (RFC 7386); put `metadata.resourceVersion` in it to be refused with `Conflict` when the object moved on. */
  readonly merge: unknown;
}
