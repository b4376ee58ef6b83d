import type { PhaseTone } from './PhaseTone';

/** The shape alone, in the colour of the text around it. Never without a word beside it: see PhaseMark. */
export function PhaseShape({
  tone,
  size = 16,
  className,
}: {
  tone: PhaseTone;
  size?: number;
  className?: string | undefined;
}) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      className={className}
      data-tone={tone}
      aria-hidden
      focusable="false"
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {SHAPES[tone]}
    </svg>
  );
}

/** The mark inside a filled shape is cut out of it, so that it has the ground's colour in every theme. */
const SHAPES: Readonly<Record<PhaseTone, JSX.Element>> = {
  ok: (
    <path
      fill="currentColor"
      fillRule="evenodd"
      d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm3.9 5.1a.9.9 0 0 0-1.3-1.2L7 8.8 5.4 7.3a.9.9 0 0 0-1.2 1.3l2.2 2.1a.9.9 0 0 0 1.3 0l4.2-4.6Z"
    />
  ),
  bad: (
    <path
      fill="currentColor"
      fillRule="evenodd"
      d="M3.5 1.5h9a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-9a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2Zm2.4 3.1a.9.9 0 0 0-1.3 1.3L6.7 8l-2.1 2.1a.9.9 0 0 0 1.3 1.3L8 9.3l2.1 2.1a.9.9 0 0 0 1.3-1.3L9.3 8l2.1-2.1a.9.9 0 0 0-1.3-1.3L8 6.7 5.9 4.6Z"
    />
  ),
  warn: (
    <path
      fill="currentColor"
      fillRule="evenodd"
      d="M8.9 1.9a1 1 0 0 0-1.8 0L.9 13.1a1 1 0 0 0 .9 1.4h12.4a1 1 0 0 0 .9-1.4L8.9 1.9ZM8.8 6.2a.8.8 0 1 0-1.6 0v3.2a.8.8 0 1 0 1.6 0V6.2ZM8 12.8a1 1 0 1 0 0-2 1 1 0 0 0 0 2Z"
    />
  ),
  busy: (
    <g stroke="currentColor" strokeWidth="2.2">
      <circle cx="8" cy="8" r="6" opacity=".3" />
      <path d="M8 2a6 6 0 0 1 6 6" />
    </g>
  ),
  idle: (
    <circle
      cx="8"
      cy="8"
      r="6"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeDasharray="2.1 2.61"
      strokeLinecap="butt"
    />
  ),
  skipped: (
    <path
      stroke="currentColor"
      strokeWidth="1.6"
      d="M2 8h11.5M9.5 4.5 13.5 8l-4 3.5"
    />
  ),
  unknown: (
    <g stroke="currentColor" strokeWidth="1.6">
      <circle cx="8" cy="8" r="6.2" />
      <path d="M6.2 6.4a1.9 1.9 0 1 1 2.7 1.7c-.6.3-.9.6-.9 1.2" />
      <path d="M8 11.5h0" strokeWidth="1.8" />
    </g>
  ),
};
