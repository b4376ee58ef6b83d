import { createTheme, getContrastRatio } from '@material-ui/core/styles';
import { PHASE_TONES } from './PhaseTone';
import { quietColor } from './quietColor';
import { READABLE_ON_PAPER } from './readableColor';
import { toneColor } from './toneColor';

/** Backstage's status colours: the light ones reach 1.1:1 to 3:1 on white. */
const STATUS = {
  light: {
    ok: '#1DB954',
    warning: '#FF9800',
    error: '#CA001B',
    running: '#1F5493',
  },
  dark: {
    ok: '#71CF88',
    warning: '#FFB84D',
    error: '#F84C55',
    running: '#3488E3',
  },
};

describe('toneColor', () => {
  it.each(
    (['light', 'dark'] as const).flatMap(type =>
      [...new Set(Object.values(PHASE_TONES))].map(tone => ({ type, tone })),
    ),
  )('can be read as text: $tone in $type', ({ type, tone }) => {
    const theme = createTheme({ palette: { type } });
    Object.assign(theme.palette, { status: STATUS[type] });
    // Backstage's own light page.
    if (type === 'light') theme.palette.background.default = '#F8F8F8';
    for (const on of Object.values(theme.palette.background)) {
      expect(
        getContrastRatio(toneColor(theme, tone), on),
      ).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(['light', 'dark'] as const)(
    'is as readable where it lets the ground through: quiet text in %s',
    type => {
      const theme = createTheme({ palette: { type } });
      expect(theme.palette.text.secondary).toMatch(/^rgba/);
      expect(
        getContrastRatio(quietColor(theme), theme.palette.background.paper),
      ).toBeGreaterThanOrEqual(READABLE_ON_PAPER);
    },
  );

  it('leaves colours alone that cannot be computed with', () => {
    const theme = createTheme();
    Object.assign(theme.palette, { status: { ok: 'var(--ok)' } });
    expect(toneColor(theme, 'ok')).toBe('var(--ok)');
  });
});
