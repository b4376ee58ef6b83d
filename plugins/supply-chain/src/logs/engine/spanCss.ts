import type { Rgb } from './contrast';
import {
  LOG_GROUND,
  LOG_HARDEST_GROUND,
  LOG_TEXT,
  logPalette,
} from './logPalette';
import { mix, readableOn } from './readableOn';
import { PLAIN, type SgrColour, type SgrState } from './SgrState';

/** CSS of a span, as far as it differs from plain text. Only colours and keywords of ours: nothing of the log's text gets in here. */
export type SpanCss = {
  color?: string;
  backgroundColor?: string;
  fontWeight?: 700;
  fontStyle?: 'italic';
  textDecorationLine?: string;
};

/** How far dim text goes towards its ground. */
const DIM = 0.35;

/** Styles kept: a log uses some dozens; one that paints in true colours may use any number. */
const KEPT = 1000;

const known = new Map<string, SpanCss>();

/** How a style looks. Any colour on any background is made readable. */
export function spanCss(style: SgrState): SpanCss {
  if (style === PLAIN) return NOTHING;
  const key = JSON.stringify(style);
  const before = known.get(key);
  if (before) return before;
  if (known.size >= KEPT) known.clear();
  const css = computeCss(style);
  known.set(key, css);
  return css;
}

const NOTHING: SpanCss = Object.freeze({});

function computeCss(style: SgrState): SpanCss {
  const css: SpanCss = {};
  const foreground = rgbOf(style.foreground) ?? LOG_TEXT;
  const background = rgbOf(style.background) ?? LOG_GROUND;
  const [text, ground] = style.inverse
    ? [background, foreground]
    : [foreground, background];
  const own = style.background || style.inverse;
  const wanted = style.dim ? mix(text, ground, DIM) : text;
  if (style.foreground || style.background || style.inverse || style.dim)
    css.color = cssColour(
      readableOn(own ? ground : LOG_HARDEST_GROUND, wanted),
    );
  if (own) css.backgroundColor = cssColour(ground);
  if (style.bold) css.fontWeight = 700;
  if (style.italic) css.fontStyle = 'italic';
  const lines = [
    style.underline && 'underline',
    style.overline && 'overline',
    style.strike && 'line-through',
  ].filter(Boolean);
  if (lines.length > 0) css.textDecorationLine = lines.join(' ');
  return css;
}

function rgbOf(colour: SgrColour | undefined): Rgb | undefined {
  if (!colour) return undefined;
  return 'rgb' in colour ? colour.rgb : logPalette(colour.palette);
}

function cssColour([red, green, blue]: Rgb): string {
  return `rgb(${red}, ${green}, ${blue})`;
}
