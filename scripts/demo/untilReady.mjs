import { untilAnswer } from './untilAnswer.mjs';

/**
 * Waits until a person who opens the address sees workloads: the clusters are up, the app is served,
 * the guest can sign in, and the first list is read (which also starts the live copy).
 * @param {{ ports: { backstage: number, control: number }, signal: AbortSignal, at: (what: string) => void }} options
 */
export async function untilReady({ ports, signal, at }) {
  const backstage = `http://localhost:${ports.backstage}`;
  at('waiting for the clusters');
  await untilAnswer(`http://127.0.0.1:${ports.control}/state`, { signal });
  at('waiting for Backstage');
  await untilAnswer(`${backstage}/`, { signal });
  const token = await untilAnswer(`${backstage}/api/auth/guest/refresh`, {
    signal,
    headers: { 'X-Requested-With': 'XMLHttpRequest' },
    read: async response => (await response.json()).backstageIdentity.token,
  });
  at('waiting for the first list of workloads');
  await untilAnswer(`${backstage}/api/supply-chain/v1/workloads?limit=1`, {
    signal,
    headers: { Authorization: `Bearer ${token}` },
  });
}
