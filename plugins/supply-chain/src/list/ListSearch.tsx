import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { WorkloadPhase } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { ReactNode } from 'react';
import { PhasePills } from './PhasePills';
import { SearchField } from './SearchField';

const useStyles = makeStyles((theme: Theme) => ({
  bar: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  group: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginLeft: 'auto',
  },
}));

/** What narrows a list: its text, its phases, and at the right what else there is. */
export function ListSearch({
  label,
  q,
  onSearch,
  phases,
  chosen,
  onChoose,
  children,
}: {
  label: string;
  q: string;
  onSearch: (q: string) => void;
  /** The phases that there are, with how many. */
  phases: readonly { value: string; count: number }[] | undefined;
  chosen: readonly WorkloadPhase[];
  onChoose: (phases: WorkloadPhase[]) => void;
  children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <div className={classes.bar} role="search" aria-label={label}>
      <SearchField label={label} value={q} onSearch={onSearch} />
      <PhasePills facet={phases ?? []} chosen={chosen} onChoose={onChoose} />
      <div className={classes.group}>{children}</div>
    </div>
  );
}
