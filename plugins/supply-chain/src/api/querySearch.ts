/** A query as `?…`, repeated values one by one (a comma may be part of none of them, but a reader may be simpler). */
export function querySearch(query: object): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined && each !== '') search.append(name, String(each));
    }
  }
  const text = search.toString();
  return text && `?${text}`;
}
