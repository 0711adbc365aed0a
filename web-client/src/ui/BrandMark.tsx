/** A temple of bricks above the two banks of the river. */
export function BrandMark() {
  return (
    <svg className="brand-mark" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#7a1f2b" />
      <path d="M13 6h6v3h3v4h3v4H7v-4h3V9h3z" fill="#fff" />
      <path
        d="M5 21.5c3.7-2.6 7.3-2.6 11 0s7.3 2.6 11 0M5 26c3.7-2.6 7.3-2.6 11 0s7.3 2.6 11 0"
        fill="none"
        stroke="#f6c445"
        strokeWidth="2.2"
        strokeLinecap="round"
      />
    </svg>
  );
}
