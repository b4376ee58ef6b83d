/** States of a step's container, as a kubelet tells them. */
export const running = { running: { startedAt: '2026-11-22T21:00:20Z' } };

export const waiting = { waiting: { reason: 'PodInitializing' } };

export const ended = (exitCode: number, more: object = {}) => ({
  terminated: {
    exitCode,
    startedAt: '2026-11-22T21:00:10Z',
    finishedAt: '2026-11-22T21:00:12Z',
    ...more,
  },
});

export const ok = ended(0);
