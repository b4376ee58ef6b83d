import { lazy, Suspense } from 'react';
import { LogSkeleton } from './LogSkeleton';
import type { SourceLogProps } from './SourceLogView';

const Loaded = lazy(() =>
  import('./SourceLogView').then(module => ({ default: module.SourceLogView })),
);

/** The log of whatever ran in steps. Loaded when somebody looks at one: most who come to a page do not. */
export function SourceLog(props: SourceLogProps) {
  return (
    <Suspense fallback={<LogSkeleton />}>
      <Loaded {...props} />
    </Suspense>
  );
}
