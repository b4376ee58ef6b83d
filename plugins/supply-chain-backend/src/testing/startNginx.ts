import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './freePort';
import { startProgram } from './startProgram';

/** Header of every answer: which upstream gave it. */
export const UPSTREAM_HEADER = 'X-Test-Upstream';

export interface Nginx {
  readonly baseUrl: string;
  stop(): Promise<void>;
}

/**
 * nginx with the settings that it comes with, in turns before some servers: no stickiness, HTTP/1.0 to them, buffering on
 * unless an answer declines it by `X-Accel-Buffering`. `deaf`: it does not listen to that either, as proxies of another
 * make do not. Needs no root; everything that it writes is in a folder that goes with it.
 */
export async function startNginx(options: {
  readonly command: string;
  readonly upstreams: readonly string[];
  readonly deaf?: boolean;
}): Promise<Nginx> {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'nginx-'));
  const config = join(folder, 'nginx.conf');
  await writeFile(config, configuration(folder, port, options));
  const baseUrl = `http://127.0.0.1:${port}`;
  const program = await startProgram({
    command: options.command,
    args: ['-p', folder, '-c', config, '-e', 'stderr'],
    stopSignal: 'SIGTERM',
    ready: () => fetch(baseUrl),
  });
  return {
    baseUrl,
    async stop() {
      await program.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function configuration(
  folder: string,
  port: number,
  { upstreams, deaf }: { upstreams: readonly string[]; deaf?: boolean },
): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map(what => `${what}_temp_path ${join(folder, what)};`)
    .join('\n  ');
  const servers = upstreams
    .map(url => `server ${new URL(url).host} fail_timeout=1s;`)
    .join('\n    ');
  return `daemon off;
master_process off;
pid ${join(folder, 'nginx.pid')};
events {}
http {
  access_log off;
  ${temporary}
  upstream backstage {
    ${servers}
  }
  server {
    listen 127.0.0.1:${port};
    add_header ${UPSTREAM_HEADER} $upstream_addr always;
    location / {
      proxy_pass http://backstage;
      ${deaf ? 'proxy_ignore_headers X-Accel-Buffering;' : ''}
    }
  }
}
`;
}
