import { useState } from 'react';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { FakeSupplyChainApi } from '../src/testing/FakeSupplyChainApi';
import { chooseState, chosenState } from './chosenState';
import { rebuilds } from './rebuilds';
import { states } from './states';

const useStyles = makeStyles((theme: Theme) => ({
  chooser: {
    position: 'fixed',
    right: 8,
    bottom: 8,
    // Over a dialog, too: its answer may be chosen while it is open.
    zIndex: theme.zIndex.tooltip,
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    gap: 8,
    '& select': {
      color: theme.palette.text.primary,
      background: theme.palette.background.paper,
    },
  },
}));

/** Switches the whole app to another state of the backend, and its answer to who asks for a rebuild. */
export function StateChooser({ api }: { api: FakeSupplyChainApi }) {
  const { chooser } = useStyles();
  const [{ name, rebuild }, setChosen] = useState(chosenState);
  return (
    <div className={chooser}>
      <select
        aria-label="Answer to a rebuild"
        value={rebuild}
        onChange={({ target }) => {
          chooseState({ rebuild: target.value });
          setChosen(chosenState());
        }}
      >
        {Object.keys(rebuilds).map(each => (
          <option key={each}>{each}</option>
        ))}
      </select>
      <select
        aria-label="State of the backend"
        value={name}
        onChange={({ target }) => {
          chooseState({ name: target.value });
          setChosen(chosenState());
          api.change(chosenState().answer);
        }}
      >
        {Object.keys(states).map(each => (
          <option key={each}>{each}</option>
        ))}
      </select>
    </div>
  );
}
