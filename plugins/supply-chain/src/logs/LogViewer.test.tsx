import {
  errorApiRef,
  fetchApiRef,
  storageApiRef,
} from '@backstage/core-plugin-api';
import { translationApiRef } from '@backstage/core-plugin-api/alpha';
import { mockApis, MockErrorApi, TestApiProvider } from '@backstage/test-utils';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode, type ReactElement } from 'react';
import { MemoryRouter, useLocation } from 'react-router-dom';
import * as newSystem from '../index';
import * as oldSystem from '../legacy';
import { layOut } from '../testing/layOut';
import { LogViewer, type LogViewerProps } from './LogViewer';

const fetched: { url: string; signal: AbortSignal | undefined }[] = [];

/** With nothing of this plugin around it but words. */
function show(element: ReactElement, answer = () => new Response('a\nb')) {
  let address = '';
  function Address() {
    address = decodeURIComponent(useLocation().search);
    return null;
  }
  const fetch: typeof globalThis.fetch = async (url, init) => {
    fetched.push({ url: `${url}`, signal: init?.signal ?? undefined });
    return answer();
  };
  const around = (shown: ReactElement) => (
    <TestApiProvider
      apis={[
        [fetchApiRef, { fetch }],
        [errorApiRef, new MockErrorApi()],
        [storageApiRef, mockApis.storage()],
        [translationApiRef, mockApis.translation()],
      ]}
    >
      <MemoryRouter initialEntries={['/?tab=mine']}>
        {shown}
        <Address />
      </MemoryRouter>
    </TestApiProvider>
  );
  const rendered = render(around(element));
  return {
    ...rendered,
    show: (next: ReactElement) => rendered.rerender(around(next)),
    address: () => address,
  };
}

const viewer = (
  props: Partial<LogViewerProps> & Pick<LogViewerProps, 'log'>,
) => <LogViewer title="Deployment" {...props} />;

describe('LogViewer', () => {
  let undo: () => void;
  beforeEach(() => {
    fetched.length = 0;
    undo = layOut(10);
  });
  afterEach(() => undo());

  it('shows a text, under its title and without steps', async () => {
    show(viewer({ log: { text: '\u001b[31mone\u001b[0m\ntwo\n' } }));
    const log = await screen.findByRole('log', { name: 'Deployment' });
    expect(log).toHaveTextContent('one');
    expect(await screen.findByText('2 lines, complete')).toBeInTheDocument();
    expect(screen.queryByRole('list')).not.toBeInTheDocument();
  });

  it('shows another text in its place', async () => {
    const { show: next } = show(viewer({ log: { text: 'one' } }));
    expect(await screen.findByText('one')).toBeInTheDocument();
    next(viewer({ log: { text: 'two' } }));
    expect(await screen.findByText('two')).toBeInTheDocument();
    expect(screen.queryByText('one')).not.toBeInTheDocument();
  });

  it('fetches an address as the person who is signed in, once', async () => {
    const url = 'http://backstage/api/other/log';
    const { show: next } = show(viewer({ log: { url } }));
    expect(await screen.findByText('b')).toBeInTheDocument();
    // Other properties are no other log.
    next(viewer({ log: { url }, height: '300px' }));
    expect(fetched.map(each => each.url)).toEqual([url]);
  });

  it('says why an address cannot be read', async () => {
    show(
      viewer({ log: { url: 'http://backstage/gone' } }),
      () => new Response('secret', { status: 404, statusText: 'Not Found' }),
    );
    expect(
      await screen.findByText('The log could not be read: 404 Not Found'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/secret/)).not.toBeInTheDocument();
  });

  it('says of an empty log that it is', async () => {
    show(viewer({ log: { text: '' } }));
    expect(await screen.findByText('The log is empty.')).toBeInTheDocument();
  });

  it('follows a stream, cut anywhere, to its end', async () => {
    const { readable, writable } = new TransformStream<Uint8Array>();
    const writer = writable.getWriter();
    const push = (text: string) => writer.write(new TextEncoder().encode(text));
    const stream = () => readable;
    show(viewer({ log: { stream } }));
    await act(async () => void push('he'));
    expect(await screen.findByText('he')).toBeInTheDocument();
    await act(async () => void push('llo\nwor'));
    expect(await screen.findByText('hello')).toBeInTheDocument();
    expect(await screen.findByText('2 lines, live')).toBeInTheDocument();
    await act(async () => void push('ld'));
    expect(await screen.findByText('world')).toBeInTheDocument();
    await act(async () => void writer.close());
    expect(await screen.findByText('2 lines, complete')).toBeInTheDocument();
  });

  it('keeps what came of a stream that breaks, and says that it broke', async () => {
    const stream = async function* pieces() {
      yield 'one\n';
      throw new Error('the cable was cut');
    };
    show(viewer({ log: { stream } }));
    expect(await screen.findByText('one')).toBeInTheDocument();
    expect(
      await screen.findAllByText(/could not be read: the cable was cut/),
    ).not.toHaveLength(0);
    expect(screen.getByText('1 line, not complete')).toBeInTheDocument();
  });

  it('ends its stream when it leaves, also when React mounts twice', async () => {
    const signals: AbortSignal[] = [];
    const stream = async function* pieces(signal: AbortSignal) {
      signals.push(signal);
      yield 'one\n';
      await new Promise(resolve => signal.addEventListener('abort', resolve));
    };
    const { unmount } = show(
      <StrictMode>{viewer({ log: { stream } })}</StrictMode>,
    );
    expect(await screen.findByText('one')).toBeInTheDocument();
    expect(screen.getAllByText('one')).toHaveLength(1);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    unmount();
    expect(signals.every(({ aborted }) => aborted)).toBe(true);
  });

  it('opens a failure at the line that tells why', async () => {
    const text = `${'working\n'.repeat(100)}fatal: no such branch\nbye`;
    show(viewer({ log: { text }, hasFailed: true }));
    const log = await screen.findByRole('log');
    await waitFor(() => expect(log.scrollTop).toBeGreaterThan(0));
    expect(screen.getByText('fatal: no such branch')).toBeInTheDocument();
  });

  it('keeps picked lines in the address below its id, beside what others keep there', async () => {
    const { address } = show(
      viewer({ log: { text: 'one\ntwo' }, id: 'deploy' }),
    );
    await screen.findByRole('log');
    await userEvent.click(screen.getByRole('link', { name: '2' }));
    expect(address()).toBe('?tab=mine&deploy.line=2');
  });

  it('keeps them to itself without an id', async () => {
    const { address } = show(viewer({ log: { text: 'one\ntwo' } }));
    await screen.findByRole('log');
    await userEvent.click(screen.getByRole('button', { name: '2' }));
    expect(address()).toBe('?tab=mine');
    expect(document.querySelector('[data-line="2"]')).toHaveAttribute(
      'aria-current',
      'true',
    );
    expect(
      screen.queryByRole('button', { name: 'Copy link' }),
    ).not.toBeInTheDocument();
  });

  it('downloads the bytes that came', async () => {
    let saved: Blob | undefined;
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => {
        saved = blob;
        return 'blob:log';
      },
      revokeObjectURL: () => {},
    });
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(() => {});
    const text = '\u001b[31mone\u001b[0m\r\ntwo';
    show(viewer({ log: { text } }));
    await screen.findByRole('log');
    await userEvent.click(screen.getByRole('button', { name: 'Download' }));
    expect(saved?.size).toBe(text.length);
    click.mockRestore();
  });

  it.each([
    ['new', newSystem],
    ['old', oldSystem],
  ])(
    'is there for the %s frontend system',
    async (_, { LogViewer: Exported }) => {
      show(<Exported title="Mine" log={{ text: 'hello' }} />);
      expect(
        await screen.findByRole('log', { name: 'Mine' }, { timeout: 20_000 }),
      ).toHaveTextContent('hello');
    },
  );
});
