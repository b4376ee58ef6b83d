/** Times faster than recorded: a commit takes seconds to its delivery. */
const FAST = 60;

/** Lets a running demo play something, and come to rest again. */
export async function playScenario(control, { name, target }) {
  await post(control, '/speed', { speed: FAST });
  try {
    await post(control, '/scenario', { name, target, wait: true });
  } finally {
    await post(control, '/speed', { speed: 1 });
  }
}

async function post(control, path, body) {
  const answer = await fetch(new URL(path, control), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok)
    throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
}
