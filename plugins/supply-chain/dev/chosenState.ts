import { rebuilds } from './rebuilds';
import { states } from './states';

const STATE = 'supply-chain-dev-state';
const REBUILD = 'supply-chain-dev-rebuild';

/** What was chosen last in this tab: the state of the backend, and how it answers to who asks for a rebuild. */
export function chosenState() {
  const name = sessionStorage.getItem(STATE) ?? 'recorded';
  const rebuild =
    sessionStorage.getItem(REBUILD) ?? Object.keys(rebuilds)[0] ?? '';
  return {
    ...{ name, rebuild },
    answer: states[name] ?? (() => ({ state: 'loading', stale: false })),
  } as const;
}

/** Remembers a choice for as long as the tab is open. */
export function chooseState(chosen: { name?: string; rebuild?: string }): void {
  if (chosen.name !== undefined) sessionStorage.setItem(STATE, chosen.name);
  if (chosen.rebuild !== undefined)
    sessionStorage.setItem(REBUILD, chosen.rebuild);
}
