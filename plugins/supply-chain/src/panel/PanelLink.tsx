import MuiLink from '@material-ui/core/Link';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';

/** A link within the app. */
export function PanelLink({
  to,
  children,
  replace = false,
}: {
  to: string;
  children: ReactNode;
  replace?: boolean;
}) {
  return (
    <MuiLink component={Link} to={to} replace={replace} underline="always">
      {children}
    </MuiLink>
  );
}
