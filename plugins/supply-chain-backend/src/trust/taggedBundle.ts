import { bundleFromJSON, type Bundle } from '@sigstore/bundle';
import type { Fields } from '../model/objects/Fields';
import { parseJson } from './parseJson';

/** Annotations that cosign puts beside a signature under a tag (sigstore/cosign, specs/SIGNATURE_SPEC.md). */
const CERTIFICATE = 'dev.sigstore.cosign/certificate';
const LOG_ENTRY = 'dev.sigstore.cosign/bundle';
const TIMESTAMP = 'dev.sigstore.cosign/rfc3161timestamp';

/** The form of bundles whose log entries come with a promise, as cosign's do. */
const MEDIA_TYPE = 'application/vnd.dev.sigstore.bundle+json;version=0.1';

/** Characters. Certificates and log entries have a few thousand. */
const LONGEST = 64 * 1024;

/** What was signed under a tag, as a bundle; undefined when it cannot be one. */
export function taggedBundle(
  content: { messageSignature: object } | { dsseEnvelope: object },
  annotations: Fields,
): Bundle | undefined {
  const certificate = annotations.text(CERTIFICATE, LONGEST);
  const entry = annotations.text(LOG_ENTRY, LONGEST);
  const timestamp = annotations.text(TIMESTAMP, LONGEST);
  try {
    return bundleFromJSON({
      mediaType: MEDIA_TYPE,
      ...content,
      verificationMaterial: {
        ...(certificate
          ? {
              x509CertificateChain: {
                certificates: [{ rawBytes: derOf(certificate) }],
              },
            }
          : { publicKey: { hint: '' } }),
        tlogEntries: entry ? [logEntry(entry)] : [],
        timestampVerificationData: {
          rfc3161Timestamps: timestamp ? [signedTimestamp(timestamp)] : [],
        },
      },
    });
  } catch {
    return undefined;
  }
}

function derOf(pem: string): string {
  return pem.replace(/-----[A-Z ]+-----|\s/g, '');
}

function signedTimestamp(text: string): object {
  return {
    signedTimestamp: parseJson(text)?.text('SignedRFC3161Timestamp', LONGEST),
  };
}

/** cosign keeps what Rekor answered; bundles have other names for the same. */
function logEntry(text: string): object {
  const entry = parseJson(text);
  const payload = entry?.object('Payload');
  const body = payload?.text('body', LONGEST) ?? '';
  const kind = parseJson(Buffer.from(body, 'base64'));
  return {
    logIndex: String(payload?.integer('logIndex')),
    logId: {
      keyId: Buffer.from(payload?.text('logID') ?? '', 'hex').toString(
        'base64',
      ),
    },
    kindVersion: {
      kind: kind?.text('kind'),
      version: kind?.text('apiVersion'),
    },
    integratedTime: String(payload?.integer('integratedTime')),
    inclusionPromise: {
      signedEntryTimestamp: entry?.text('SignedEntryTimestamp', LONGEST),
    },
    canonicalizedBody: body,
  };
}
