import type { Fields } from '../model/objects/Fields';
import { isDigest, type Digest } from '../registry/Digest';
import { parseJson } from './parseJson';

const PAYLOAD = 'application/vnd.in-toto+json';

/** in-toto statements: https://in-toto.io/Statement/v0.1 and v1. */
const TYPE = /^https:\/\/in-toto\.io\/Statement\/v(0\.1|1)$/;

export interface Statement {
  readonly about: readonly Digest[];
  readonly predicateType: string;
  readonly predicate: Fields;
}

/** What an attestation claims; undefined when it is no in-toto statement. */
export function readStatement(
  payloadType: string,
  payload: Buffer,
): Statement | undefined {
  const fields = payloadType === PAYLOAD ? parseJson(payload) : undefined;
  const predicateType = fields?.text('predicateType');
  if (!fields || !predicateType) return undefined;
  if (!TYPE.test(fields.text('_type') ?? '')) return undefined;
  return {
    about: fields.list('subject').flatMap(subject => {
      const digest = `sha256:${subject.object('digest').text('sha256') ?? ''}`;
      return isDigest(digest) ? [digest] : [];
    }),
    predicateType,
    predicate: fields.object('predicate'),
  };
}
