import fc from 'fast-check';
import { contrast, type Rgb } from './contrast';
import {
  LOG_ERROR_GROUND,
  LOG_GROUND,
  LOG_PICKED_GROUND,
  LOG_TEXT,
  logPalette,
} from './logPalette';
import { READABLE } from './readableOn';
import { PLAIN, type SgrColour, type SgrState } from './SgrState';
import { spanCss } from './spanCss';

function rgb(css: string | undefined, otherwise: Rgb): Rgb {
  const [red, green, blue] = css?.match(/\d+/g)?.map(Number) ?? otherwise;
  return [red ?? 0, green ?? 0, blue ?? 0];
}

function contrastOf(style: SgrState): number {
  const css = spanCss(style);
  return Math.min(
    ...GROUNDS.map(ground =>
      contrast(rgb(css.color, LOG_TEXT), rgb(css.backgroundColor, ground)),
    ),
  );
}

const GROUNDS = [LOG_GROUND, LOG_ERROR_GROUND, LOG_PICKED_GROUND];

describe('spanCss', () => {
  it('leaves plain text alone', () => expect(spanCss(PLAIN)).toEqual({}));

  it('has sixteen named colours that differ and need no mending', () => {
    const named = Array.from({ length: 16 }, (_, n) => logPalette(n));
    expect(new Set(named.map(String)).size).toBe(16);
    for (const colour of named)
      for (const ground of GROUNDS)
        expect(contrast(colour, ground)).toBeGreaterThanOrEqual(READABLE);
  });

  it.each([
    [16, [0, 0, 0]],
    [21, [0, 0, 255]],
    [208, [255, 135, 0]],
    [231, [255, 255, 255]],
    [232, [8, 8, 8]],
    [255, [238, 238, 238]],
  ])('knows colour %i of 256', (index, colour) =>
    expect(logPalette(index)).toEqual(colour),
  );

  it('shows a true colour as it is where it can be read', () =>
    expect(spanCss({ foreground: { rgb: [255, 200, 0] } })).toEqual({
      color: 'rgb(255, 200, 0)',
    }));

  it('swaps colours for inverse text', () =>
    expect(
      spanCss({ inverse: true, foreground: { rgb: [255, 255, 0] } }),
    ).toMatchObject({ backgroundColor: 'rgb(255, 255, 0)' }));

  it('writes bold, italic and lines', () =>
    expect(
      spanCss({ bold: true, italic: true, underline: 'single', strike: true }),
    ).toEqual({
      fontWeight: 700,
      fontStyle: 'italic',
      textDecorationLine: 'underline line-through',
    }));

  it('makes each of the 256 colours readable on each of them, and on every ground of the log', () => {
    const palette = Array.from({ length: 256 }, (_, n) => ({ palette: n }));
    const worst = (styles: readonly SgrState[]) =>
      Math.min(...styles.map(contrastOf));
    for (const foreground of palette) {
      expect(
        worst([{ foreground }, { foreground, dim: true }]),
      ).toBeGreaterThanOrEqual(READABLE);
      expect(
        worst([{ background: foreground }, { foreground, inverse: true }]),
      ).toBeGreaterThanOrEqual(READABLE);
      expect(
        worst(palette.map(background => ({ foreground, background }))),
      ).toBeGreaterThanOrEqual(READABLE);
    }
  });

  it('makes every colour on every background readable', () => {
    const byte = fc.nat(255);
    const colour: fc.Arbitrary<SgrColour> = fc.oneof(
      byte.map(palette => ({ palette })),
      fc.tuple(byte, byte, byte).map(values => ({ rgb: values })),
    );
    const style = fc.record(
      {
        foreground: colour,
        background: colour,
        dim: fc.constant(true as const),
        inverse: fc.constant(true as const),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(style, each => {
        expect(contrastOf(each)).toBeGreaterThanOrEqual(READABLE);
      }),
      { numRuns: 2000 },
    );
  });
});
