import { lazy, Suspense, useState } from 'react';
import { PlainButton } from '../frame/PlainButton';
import type { LogMenuListProps } from './LogMenuList';

/** Loaded when somebody opens it. */
const LogMenuList = lazy(() =>
  import('./LogMenuList').then(module => ({ default: module.LogMenuList })),
);

/** A button that opens a list of actions. */
export function LogMenu({
  words,
  ...list
}: Omit<LogMenuListProps, 'anchor' | 'onClose'> & {
  /** On the button. */
  words: string;
}) {
  const [anchor, setAnchor] = useState<HTMLElement>();
  return (
    <>
      <PlainButton
        label={list.label}
        expanded={anchor !== undefined}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        {words}
      </PlainButton>
      {anchor && (
        <Suspense fallback={null}>
          <LogMenuList
            {...list}
            anchor={anchor}
            onClose={() => setAnchor(undefined)}
          />
        </Suspense>
      )}
    </>
  );
}
