/** All rows of the list, as the demo's guest sees them. */
export async function readRows(base) {
  const login = await fetch(new URL('/api/auth/guest/refresh', base), {
    method: 'POST',
    headers: { 'x-requested-with': 'XMLHttpRequest' },
  });
  const { backstageIdentity } = await json(login);
  const rows = await fetch(
    new URL('/api/supply-chain/v1/workloads?limit=1000', base),
    { headers: { authorization: `Bearer ${backstageIdentity.token}` } },
  );
  const { items } = await json(rows);
  return items;
}

async function json(answer) {
  if (!answer.ok)
    throw new Error(
      `${answer.url} answers ${answer.status}: is the demo running there?`,
    );
  return answer.json();
}
