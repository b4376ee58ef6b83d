import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** How long a server may take to answer, on a machine under load. */
const READY_MS = 20_000;

export interface Program {
  stop(): Promise<void>;
}

/** A server in a process of its own: resolves when `ready` does not throw any more, rejects with what it said when it ends before. */
export async function startProgram(options: {
  readonly command: string;
  readonly args: readonly string[];
  readonly uid?: number | undefined;
  readonly stopSignal: NodeJS.Signals;
  readonly ready: () => Promise<unknown>;
}): Promise<Program> {
  const { command, args, uid, stopSignal, ready } = options;
  const child = spawn(command, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    // Servers that refuse to be root's; nothing of the test may be changed by them.
    ...(uid !== undefined && { uid, gid: uid, cwd: '/' }),
  });
  let said = '';
  child.stderr.on('data', chunk => {
    said = `${said}${String(chunk)}`.slice(-2_000);
  });
  const exited = once(child, 'exit').catch((error: unknown) => {
    said = `${said}${String(error)}`;
  });
  let running = true;
  void exited.then(() => {
    running = false;
  });
  const stopWithUs = () => child.kill(stopSignal);
  process.once('exit', stopWithUs);
  const stop = async () => {
    process.off('exit', stopWithUs);
    if (running) child.kill(stopSignal);
    await exited;
  };
  const until = Date.now() + READY_MS;
  for (;;) {
    try {
      await ready();
      return { stop };
    } catch (error) {
      if (!running || Date.now() > until) {
        await stop();
        throw new Error(`${command} does not run: ${said || String(error)}`);
      }
    }
    await new Promise(resolve => {
      setTimeout(resolve, 50);
    });
  }
}
