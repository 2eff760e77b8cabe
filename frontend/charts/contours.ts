/** A piece of a line of equal height: from x, y to x, y, each from 0 to 1. */
export type Segment = readonly [number, number, number, number];

/** Lines of equal height over a field, cell by cell (marching squares). */
export function contours(
  values: ArrayLike<number>,
  columns: number,
  rows: number,
  level: number,
): Segment[] {
  const segments: Segment[] = [];
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const at = row * columns + column;
      const corners = [values[at], values[at + 1], values[at + columns + 1], values[at + columns]];
      if (corners.some((value) => !Number.isFinite(value))) continue;
      const ends = crossings(corners, level).map(([x, y]): [number, number] => [
        (column + x) / (columns - 1),
        (row + y) / (rows - 1),
      ]);
      for (let end = 0; end + 1 < ends.length; end += 2) {
        segments.push([...ends[end], ...ends[end + 1]]);
      }
    }
  }
  return segments;
}

/** Where the level crosses the edges of the unit square, going round. */
function crossings([a, b, c, d]: readonly number[], level: number): [number, number][] {
  const found: [number, number][] = [];
  const cross = (from: number, to: number, at: (share: number) => [number, number]) => {
    if (from < level !== to < level) found.push(at((level - from) / (to - from)));
  };
  cross(a, b, (share) => [share, 0]);
  cross(b, c, (share) => [1, share]);
  cross(c, d, (share) => [1 - share, 1]);
  cross(d, a, (share) => [0, 1 - share]);
  return found;
}
