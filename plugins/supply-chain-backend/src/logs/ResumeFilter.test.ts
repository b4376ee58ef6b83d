import type { LogLine } from './LogLine';
import { ResumeFilter } from './ResumeFilter';

const line = (at: string, count: number): LogLine => ({
  at: `2026-11-22T21:00:${at}Z`,
  text: `${at} ${count}`,
  count,
  unterminated: false,
});
const place = { at: '2026-11-22T21:00:02.5Z', count: 2 };
const texts = (lines: readonly LogLine[]) => lines.map(({ text }) => text);

describe('going on after a place', () => {
  it('tells equal times apart by their count', () => {
    const filter = new ResumeFilter(place);
    const lines = [line('02.5', 1), line('02.5', 2), line('02.5', 3)];
    expect(filter.read(lines)).toEqual({ lines: [lines[2]], gap: false });
  });

  it('keeps a line that was written later with an earlier time', () => {
    const filter = new ResumeFilter(place);
    const lines = [line('02.5', 1), line('02.5', 2), line('02.4', 1)];
    expect(texts(filter.read(lines).lines)).toEqual(['02.4 1']);
  });

  it('does not say again what came before the place with a later time', () => {
    const filter = new ResumeFilter(place);
    expect(filter.read([line('02.6', 1)])).toEqual({ lines: [], gap: false });
    const rest = filter.read([line('02.5', 1), line('02.5', 2), line('03', 1)]);
    expect(texts(rest.lines)).toEqual(['03 1']);
  });

  it('tells a gap when the place is not there any more', () => {
    const filter = new ResumeFilter(place);
    expect(filter.read([line('09', 1)])).toMatchObject({ gap: true });
    const atEnd = new ResumeFilter(place);
    atEnd.read([line('03', 1)]);
    expect(atEnd.finish()).toMatchObject({ gap: true });
    expect(texts(atEnd.read([line('04', 1)]).lines)).toEqual(['04 1']);
  });

  it('passes everything on when there is no place', () => {
    const filter = new ResumeFilter(undefined);
    expect(filter.read([line('01', 1)])).toMatchObject({ gap: false });
    expect(filter.finish()).toEqual({ lines: [], gap: false });
  });
});
