export interface Placed {
  id: string;
  isLate: boolean;
  x: number;
  y: number;
}

/** A path of strokes without length: a round cap makes each a dot. */
export function dots(placed: Placed[]): string {
  return placed.map(({ x, y }) => `M${x} ${y}h0`).join('');
}

/** The one nearest to a point, if it is within reach. */
export function nearest(placed: Placed[], at: { x: number; y: number }, reach: number): Placed | undefined {
  let best: Placed | undefined;
  let distance = reach;
  for (const it of placed) {
    const away = Math.hypot(it.x - at.x, it.y - at.y);
    if (away <= distance) [best, distance] = [it, away];
  }
  return best;
}
