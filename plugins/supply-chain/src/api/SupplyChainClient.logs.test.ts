import { http, HttpResponse } from 'msw';
import { BASE, clientOfTestBackend, testBackend } from '../testing/testBackend';

const server = testBackend();
const client = clientOfTestBackend();
const signal = () => new AbortController().signal;

describe('SupplyChainClient', () => {
  it('keeps the bytes of a log as they are', async () => {
    const log = new Uint8Array([0x1b, 0x5b, 0xff, 0x00, 0x0d, 0x0a]);
    server.use(
      http.get(`${BASE}/v1/builds/a/b/c/logs`, ({ request }) =>
        new URL(request.url).search === '?step=detect'
          ? HttpResponse.arrayBuffer(log.buffer)
          : new HttpResponse(null, { status: 400 }),
      ),
    );
    expect(
      await client.logText(
        { kind: 'build', ref: { cluster: 'a', namespace: 'b', name: 'c' } },
        'detect',
        signal(),
      ),
    ).toEqual(log);
  });

  it('follows a log from a cursor', async () => {
    let asked = '';
    server.use(
      http.get(`${BASE}/v1/builds/a/b/c/logs`, ({ request }) => {
        asked = new URL(request.url).search;
        return HttpResponse.text('{"type":"end","resume":true}\n');
      }),
    );
    const messages = [];
    for await (const message of client.followLogs(
      { kind: 'build', ref: { cluster: 'a', namespace: 'b', name: 'c' } },
      { step: 'build', from: 'build~2026-11-22T21:28:40.1Z~2' },
      signal(),
    )) {
      messages.push(message);
    }
    expect(messages).toEqual([{ type: 'end', resume: true }]);
    expect(new URLSearchParams(asked).get('from')).toBe(
      'build~2026-11-22T21:28:40.1Z~2',
    );
  });

  it('asks for the logs of a run by what it is', async () => {
    let asked = '';
    server.use(
      http.get(`${BASE}/v1/runs/:rest+`, ({ request }) => {
        asked = new URL(request.url).pathname;
        return HttpResponse.text('one');
      }),
    );
    const file = await client.logFile(
      {
        kind: 'run',
        ref: { cluster: 'a', namespace: 'b', name: 'c' },
        resource: 'taskruns.tekton.dev',
      },
      'step-build',
      signal(),
    );
    expect(asked).toMatch(/\/v1\/runs\/a\/b\/taskruns.tekton.dev\/c\/logs$/);
    expect(file.name).toBe('c-step-build.log');
  });
});
