import type { ReactNode } from 'react';
import { Link } from '@backstage/core-components';

/** A link out of cluster data: only http and https are followed, everything else stays text. */
export function ExternalLink({
  url,
  children,
}: {
  url: string;
  children: ReactNode;
}) {
  return isWebAddress(url) ? (
    <Link to={url} underline="always">
      {children}
    </Link>
  ) : (
    <>{children}</>
  );
}

function isWebAddress(url: string): boolean {
  try {
    const { protocol } = new URL(url);
    return protocol === 'https:' || protocol === 'http:';
  } catch {
    return false;
  }
}
