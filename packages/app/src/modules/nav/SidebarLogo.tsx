import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { makeStyles, type Theme } from '@material-ui/core/styles';

const useStyles = makeStyles<Theme>(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(2),
    height: 2 * sidebarConfig.logoHeight,
    paddingLeft: (sidebarConfig.drawerWidthClosed - MARK_WIDTH) / 2,
    color: theme.palette.navigation.indicator,
    fontSize: theme.typography.pxToRem(14),
    fontWeight: 'bold',
    whiteSpace: 'nowrap',
  },
}));

/** Pixels; fits the closed sidebar with room at both sides. */
const MARK_WIDTH = 32;

/** Three stages on a line, and the name while there is room for it. */
export function SidebarLogo() {
  const { isOpen } = useSidebarOpenState();
  const { root = '' } = useStyles();
  return (
    <Link to="/" underline="none" className={root} aria-label="Home">
      <svg
        width={MARK_WIDTH}
        height={MARK_WIDTH}
        viewBox="0 0 32 32"
        fill="currentColor"
        aria-hidden
      >
        <path d="M4 16h24" stroke="currentColor" strokeWidth="2" />
        <circle cx="5" cy="16" r="4" />
        <circle cx="16" cy="16" r="5" />
        <circle cx="27" cy="16" r="4" />
      </svg>
      {isOpen && <span>Supply Chain View</span>}
    </Link>
  );
}
