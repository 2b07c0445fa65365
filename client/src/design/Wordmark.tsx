/** The name with its door ajar. */
export function Wordmark() {
  return (
    <span className="wordmark serif">
      <svg viewBox="0 0 20 28" aria-hidden="true">
        <path d="M2 27V2h16v25" fill="var(--color-light)" stroke="currentColor" strokeWidth="2.5" />
        <path d="M2 2l10 3v23L2 27z" fill="currentColor" />
        <circle cx="9.4" cy="16" r="1.1" fill="var(--color-light)" />
      </svg>
      Ajar
    </span>
  );
}
