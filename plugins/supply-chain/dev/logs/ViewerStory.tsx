import { useCallback } from 'react';
import { Link, useParams } from 'react-router-dom';
import { LogViewer, type LogContent } from '../../src';
import { everyColour } from './everyColour';
import { ticks } from './ticks';

const KINDS = ['text', 'failed', 'url', 'stream', 'broken'] as const;

/** What another plugin writes to show a log of its own: a text, an address, a stream. */
export function ViewerStory() {
  const { kind = 'text' } = useParams();
  const stream = useCallback((signal: AbortSignal) => ticks(signal), []);
  const logs: Record<string, LogContent> = {
    text: { text: everyColour() },
    failed: { text: `${'copying a file\n'.repeat(200)}fatal: disk full\nbye` },
    // The story's own page: any text will do.
    url: { url: window.location.origin },
    stream: { stream },
    broken: { url: 'http://127.0.0.1:1/nobody-listens' },
  };
  const log = logs[kind] ?? { text: '' };
  return (
    <main style={{ padding: 24, fontFamily: 'Helvetica, Arial, sans-serif' }}>
      <p>
        {KINDS.map(each => (
          <Link key={each} to={`/viewer/${each}`} style={{ marginRight: 16 }}>
            {each}
          </Link>
        ))}
        <Link to="/deployment">the example of the README</Link>
      </p>
      <LogViewer
        key={kind}
        id="story"
        title={`A ${kind}`}
        log={log}
        hasFailed={kind === 'failed'}
        fileName={`${kind}.log`}
        height="480px"
      />
    </main>
  );
}
