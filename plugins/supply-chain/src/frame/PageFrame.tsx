import type { ReactNode } from 'react';
import { Content, Page } from '@backstage/core-components';
import { makeStyles, type Theme } from '@material-ui/core/styles';

const useStyles = makeStyles((theme: Theme) => ({
  // Our elements inherit their font, and not every app sets one for the whole page.
  frame: {
    fontFamily: theme.typography.fontFamily ?? 'inherit',
    color: theme.palette.text.primary,
  },
}));

/** The shell of our pages, the same in both frontend systems: Backstage's page without a coloured header. */
export function PageFrame({ children }: { children: ReactNode }) {
  const classes = useStyles();
  return (
    <Page themeId="tool">
      <Content className={classes.frame}>{children}</Content>
    </Page>
  );
}
