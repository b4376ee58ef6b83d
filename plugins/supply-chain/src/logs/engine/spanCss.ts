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
  textDecorationStyle?: 'double' | 'wavy' | 'dotted' | 'dashed';
};

/** How far dim text goes towards its ground. */
const DIM = 0.35;

const known = new WeakMap<SgrState, SpanCss>();

/** How a style looks. Any colour on any background is made readable. */
export function spanCss(style: SgrState): SpanCss {
  if (style === PLAIN) return NOTHING;
  const before = known.get(style);
  if (before) return before;
  const css = computeCss(style);
  known.set(style, css);
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
  const shape = style.underline && UNDERLINE_SHAPES[style.underline];
  if (shape) css.textDecorationStyle = shape;
  return css;
}

/** In CSS's words; undefined for a single line. */
const UNDERLINE_SHAPES = {
  single: undefined,
  double: 'double',
  curly: 'wavy',
  dotted: 'dotted',
  dashed: 'dashed',
} as const;

function rgbOf(colour: SgrColour | undefined): Rgb | undefined {
  if (!colour) return undefined;
  return 'rgb' in colour ? colour.rgb : logPalette(colour.palette);
}

function cssColour([red, green, blue]: Rgb): string {
  return `rgb(${red}, ${green}, ${blue})`;
}
