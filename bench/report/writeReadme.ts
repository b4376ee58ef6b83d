import { readFileSync, writeFileSync } from 'node:fs';

const README = new URL('../README.md', import.meta.url);

/** Puts a report between its markers in bench/README.md. */
export function writeReadme(marker: string, report: string): void {
  const [from, to] = [`<!-- ${marker} -->`, `<!-- /${marker} -->`];
  const text = readFileSync(README, 'utf8');
  const start = text.indexOf(from);
  const end = text.indexOf(to);
  if (start < 0 || end < start)
    throw new Error(`bench/README.md has no markers ${from} and ${to}`);
  writeFileSync(
    README,
    `${text.slice(0, start + from.length)}\n\n${report.trim()}\n\n${text.slice(
      end,
    )}`,
  );
}
