/** Three stages in a row, the way the graph draws them. */
export function SupplyChainIcon() {
  return (
    <svg
      width="24"
      height="24"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      aria-hidden
      focusable="false"
    >
      <circle cx="4.5" cy="12" r="2.5" />
      <circle cx="12" cy="12" r="2.5" fill="currentColor" />
      <circle cx="19.5" cy="12" r="2.5" />
      <path d="M7 12h2.5M14.5 12H17" />
    </svg>
  );
}
