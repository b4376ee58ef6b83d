import { lazy, Suspense } from 'react';
import { LogSkeleton } from './LogSkeleton';
import type { LogViewerProps } from './LogViewer';

const Loaded = lazy(() =>
  import('./LogViewer').then(module => ({ default: module.LogViewer })),
);

/**
 * Shows a log from a text, an address or a stream: colours as a terminal has them, a million lines, search, links to
 * lines, all of it by keyboard, too. Loaded when it is first shown. Works in both frontend systems and on its own.
 *
 * @public
 */
export function LogViewer(props: LogViewerProps) {
  return (
    <Suspense fallback={<LogSkeleton {...height(props)} />}>
      <Loaded {...props} />
    </Suspense>
  );
}

function height({ height: asked }: LogViewerProps) {
  return asked === undefined ? {} : { height: asked };
}
