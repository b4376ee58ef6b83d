import type { ReactNode } from 'react';
import { Link } from '@backstage/core-components';

/** Names that Kubernetes' own DNS gives to Services. */
const IN_CLUSTER = /\.svc(\.cluster\.local)?$/;

/** A link out of cluster data: only http and https are followed; everything else, and what only a cluster can reach, stays text. */
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
    const { protocol, hostname } = new URL(url);
    return (
      (protocol === 'https:' || protocol === 'http:') &&
      !IN_CLUSTER.test(hostname)
    );
  } catch {
    return false;
  }
}
