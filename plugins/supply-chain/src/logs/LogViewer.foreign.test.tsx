import { fetchApiRef } from '@backstage/core-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { act, screen, waitFor, within } from '@testing-library/react';
// Tests run in Node.
// eslint-disable-next-line no-restricted-imports
import { readFileSync } from 'node:fs';
// eslint-disable-next-line no-restricted-imports
import { join } from 'node:path';
import { useState } from 'react';
import { DeploymentPage } from '../../dev/logs/DeploymentPage';
import { eachLaidOut } from '../testing/eachLaidOut';
import { LogViewer } from './LazyLogViewer';

const ROOT = join(__dirname, '..', '..');
const read = (...path: string[]) => readFileSync(join(ROOT, ...path), 'utf8');

/** As a formatter may break it over lines, or not. */
const spaceless = (code: string) =>
  code.replace(/\s/g, '').replace(/,(?=[)}\]])/g, '');

/** A body that comes when the test says so, and knows whether anybody still reads it. */
function slowBody() {
  let control: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = {
    isCancelled: false,
    stream: new ReadableStream<Uint8Array>({
      start: it => {
        control = it;
      },
      cancel: () => {
        body.isCancelled = true;
      },
    }),
    say: (text: string) =>
      act(async () => control?.enqueue(new TextEncoder().encode(text))),
    end: () => act(async () => control?.close()),
  };
  return body;
}

const viewer = (title: string) => screen.findByRole('log', { name: title });

describe('a log viewer on a page of another plugin, in an app that has nothing of ours', () => {
  eachLaidOut(10);

  it('is written as the README says', () => {
    const [, example = ''] =
      /## The log viewer on its own[\s\S]*?```tsx\n([\s\S]*?)```/.exec(
        read('README.md'),
      ) ?? [];
    const page = spaceless(read('dev', 'logs', 'DeploymentPage.tsx'));
    const lines = example
      .split('\n')
      .filter(line => line !== '' && !line.startsWith('import '));
    expect(lines).toHaveLength(4);
    for (const line of lines) expect(page).toContain(spaceless(line));
  });

  it('shows a text, an address and a stream, and opens the failure at its cause', async () => {
    const asked: string[] = [];
    const fetch = async (url: RequestInfo | URL) => {
      asked.push(`${url}`);
      return new Response(
        `${'copying a file\n'.repeat(100)}fatal: the disk is full\nbye\n`,
      );
    };
    const live = slowBody();
    renderInTestApp(
      <DeploymentPage
        text={'\u001b[32mkept\u001b[0m\n'}
        baseUrl="http://backstage/api/other"
        api={{ follow: () => live.stream }}
      />,
      { apis: [[fetchApiRef, { fetch }]] },
    );
    expect(await viewer('Deployment 12, kept')).toHaveTextContent('kept');
    const failed = await viewer('Deployment 12');
    expect(
      await within(failed).findByText('fatal: the disk is full'),
    ).toBeInTheDocument();
    expect(asked).toEqual(['http://backstage/api/other/deployments/12/log']);
    await live.say('one\ntwo');
    expect(await viewer('Deployment 12, live')).toHaveTextContent('two');
    await live.end();
    expect(await screen.findByText('2 lines, complete')).toBeInTheDocument();
  });

  it('leaves an address that nobody looks at any more: the request ends, and nothing of it is shown in the next log', async () => {
    const bodies: ReturnType<typeof slowBody>[] = [];
    const signals: (AbortSignal | null | undefined)[] = [];
    const fetch = async (_: RequestInfo | URL, init?: RequestInit) => {
      const body = slowBody();
      bodies.push(body);
      signals.push(init?.signal);
      return new Response(body.stream);
    };
    let look = (_: string | undefined) => {};
    function Page() {
      const [url, setUrl] = useState<string | undefined>('http://backstage/1');
      look = setUrl;
      return url === undefined ? (
        <p>elsewhere</p>
      ) : (
        <LogViewer title="Deployment" log={{ url }} />
      );
    }
    renderInTestApp(<Page />, { apis: [[fetchApiRef, { fetch }]] });
    await waitFor(() => expect(bodies).toHaveLength(1));
    await bodies[0]?.say('of the first\n');
    expect(await viewer('Deployment')).toHaveTextContent('of the first');

    act(() => look('http://backstage/2'));
    await waitFor(() => expect(bodies).toHaveLength(2));
    expect(signals[0]?.aborted).toBe(true);
    await waitFor(() => expect(bodies[0]?.isCancelled).toBe(true));
    await bodies[1]?.say('of the second\n');
    expect(await screen.findByText('of the second')).toBeInTheDocument();
    expect(screen.queryByText('of the first')).not.toBeInTheDocument();
    expect(screen.queryByText(/could not be read/)).not.toBeInTheDocument();

    act(() => look(undefined));
    expect(await screen.findByText('elsewhere')).toBeInTheDocument();
    expect(signals[1]?.aborted).toBe(true);
    await waitFor(() => expect(bodies[1]?.isCancelled).toBe(true));
  });

  it('says that an address broke off, and keeps what came', async () => {
    let broken: ReadableStreamDefaultController<Uint8Array> | undefined;
    const fetch = async () =>
      new Response(
        new ReadableStream<Uint8Array>({
          start: it => {
            broken = it;
            it.enqueue(new TextEncoder().encode('one\n'));
          },
        }),
      );
    renderInTestApp(
      <LogViewer title="Deployment" log={{ url: 'http://backstage/1' }} />,
      { apis: [[fetchApiRef, { fetch }]] },
    );
    expect(await screen.findByText('one')).toBeInTheDocument();
    await act(async () => broken?.error(new TypeError('network error')));
    expect(
      await screen.findAllByText(/could not be read: .*network error/),
    ).not.toHaveLength(0);
    expect(screen.getByText('one')).toBeInTheDocument();
  });
});
