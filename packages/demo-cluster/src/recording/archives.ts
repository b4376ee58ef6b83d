/** Which files of a recording go into which archive: what a start needs apart from what only a push needs. */
export const ARCHIVES: Readonly<Record<string, (path: string) => boolean>> = {
  end: path => path.startsWith('end/') || path === 'timeline.ndjson',
  logs: path => path.startsWith('logs/'),
  watch: path => path.startsWith('watch/'),
};
