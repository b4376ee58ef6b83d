import { useState } from 'react';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { FakeSupplyChainApi } from '../src/testing/FakeSupplyChainApi';
import { states } from './states';

const KEPT_AS = 'supply-chain-dev-state';

/** The state that was chosen last in this tab. */
export function chosenState() {
  const name = sessionStorage.getItem(KEPT_AS) ?? 'recorded';
  return {
    name,
    answer: states[name] ?? (() => ({ state: 'loading', stale: false })),
  } as const;
}

const useStyles = makeStyles((theme: Theme) => ({
  chooser: {
    position: 'fixed',
    right: 8,
    bottom: 8,
    zIndex: theme.zIndex.tooltip,
    color: theme.palette.text.primary,
    background: theme.palette.background.paper,
  },
}));

/** Switches the whole app to another state of the backend. */
export function StateChooser({ api }: { api: FakeSupplyChainApi }) {
  const { chooser } = useStyles();
  const [name, setName] = useState<string>(chosenState().name);
  return (
    <select
      className={chooser}
      aria-label="State of the backend"
      value={name}
      onChange={({ target }) => {
        sessionStorage.setItem(KEPT_AS, target.value);
        setName(target.value);
        api.change(chosenState().answer);
      }}
    >
      {Object.keys(states).map(each => (
        <option key={each}>{each}</option>
      ))}
    </select>
  );
}
