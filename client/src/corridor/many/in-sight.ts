/** Rows from `first` on and before `end`. */
export interface Sight {
  first: number;
  end: number;
}

/** So many rows are drawn before and after what is in sight, so that scrolling and Tab find them there. */
const beside = 8;

/**
 * Which rows of a list are in sight, and a few beside them.
 * @param at `top`: how far the list's begin is above the top of the window, in px; negative: it is below. `height`: of the window, in px.
 */
export function inSight(at: { top: number; height: number; rowHeight: number; rows: number }): Sight {
  const { top, height, rowHeight, rows } = at;
  const clamp = (row: number) => Math.max(0, Math.min(rows, row));
  // Moved by halves of what is beside: at most scrolls nothing is drawn anew.
  const step = beside / 2;
  const first = Math.floor((Math.floor(top / rowHeight) - beside) / step) * step;
  const end = Math.ceil((Math.ceil((top + height) / rowHeight) + beside) / step) * step;
  return { first: clamp(first), end: clamp(end) };
}
