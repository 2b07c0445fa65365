const chairs = [
  { at: 'near', x: 44, back: 20, side: -1 },
  { at: 'far', x: 224, back: 248, side: 1 },
] as const;

/** The table with its chairs, drawn. A taken chair has somebody on it, without a face; one's own wears the accent. */
export function CoffeeTable({ taken, seated }: { taken: number; seated: boolean }) {
  const sitting = Math.min(taken, chairs.length);
  return (
    <svg className="coffee-table" viewBox="0 52 268 144" aria-hidden="true">
      <ellipse cx="134" cy="184" rx="112" ry="10" fill="rgb(from var(--color-shade) r g b / 0.16)" />
      {chairs.map(({ at, x, back }) => (
        <g key={at} className="coffee-chair">
          <path d={`M${back} 92v92M${back} 138H${(x + (x - back)).toFixed()}v46`} />
        </g>
      ))}
      {chairs.slice(0, sitting).map(({ at, x, side }, chair) => (
        <g key={at} className="coffee-person" data-mine={seated && chair === 0 ? '' : undefined}>
          <circle cx={x - side * 4} cy="72" r="14.5" />
          <path d={`M${x - 26} 138c-1-30 6-48 24-48s29 18 28 48z`} />
        </g>
      ))}
      <path className="coffee-leg" d="M134 118v62M104 184h60" />
      <ellipse cx="134" cy="119" rx="76" ry="14" fill="color-mix(in oklab, var(--color-clay), #000 22%)" />
      <ellipse cx="134" cy="114" rx="76" ry="14" fill="var(--color-clay)" />
      <ellipse cx="134" cy="113" rx="70" ry="11" fill="color-mix(in oklab, var(--color-clay), #fff 12%)" />
      <Cup x={112} />
      {taken > 1 && <Cup x={146} />}
    </svg>
  );
}

function Cup({ x }: { x: number }) {
  return (
    <g className="coffee-cup" transform={`translate(${x} 88)`}>
      <path className="coffee-steam" d="M6 0c-4-6 4-8 0-15M14 0c-4-6 4-8 0-15" />
      <path d="M20 8h4a4.5 4.5 0 0 1 0 9h-4" fill="none" stroke="var(--color-cup)" strokeWidth="2.6" />
      <path d="M0 4h20v11a8 8 0 0 1-8 8H8a8 8 0 0 1-8-8z" fill="var(--color-cup)" />
    </g>
  );
}
