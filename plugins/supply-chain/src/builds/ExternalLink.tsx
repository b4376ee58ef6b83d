import MuiLink from '@material-ui/core/Link';
import type { ReactNode } from 'react';

/** A link that comes from cluster data: only http and https, never `javascript:` or `data:`; else plain text. */
export function ExternalLink({
  href,
  children,
}: {
  href: string | undefined;
  children: ReactNode;
}) {
  const address = httpAddress(href);
  if (!address) return <>{children}</>;
  return (
    <MuiLink
      href={address}
      target="_blank"
      rel="noopener noreferrer"
      underline="hover"
    >
      {children}
    </MuiLink>
  );
}

function httpAddress(href: string | undefined): string | undefined {
  try {
    const { protocol, href: address } = new URL(href ?? '');
    return protocol === 'https:' || protocol === 'http:' ? address : undefined;
  } catch {
    return undefined;
  }
}
