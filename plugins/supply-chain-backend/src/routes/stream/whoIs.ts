import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** A name to count streams by. Not an identity to decide anything on. */
export function whoIs({ principal }: BackstageCredentials): string {
  if (typeof principal === 'object' && principal !== null) {
    if ('userEntityRef' in principal) return String(principal.userEntityRef);
    if ('subject' in principal) return String(principal.subject);
  }
  return 'nobody';
}
