/** Places are [rows][2], x and y in turn. */
export type Places = Float32Array;

export type Method = 'pca' | 'tsne';

/** What is to be worked out. */
export interface Wish {
  readonly method: Method;
  /** About how many neighbours each row has; of t-SNE. */
  readonly perplexity: number;
  /** Of t-SNE. */
  readonly iterations: number;
}

export interface Layout {
  readonly places: Places;
  /** How much of the work is done, of 1. */
  readonly done: number;
  /** How much of the variance each direction of principal components holds, of 1. */
  readonly kept?: readonly number[];
}

/** More neighbours than a third of the rows tell nothing apart. */
export function perplexityFor(rows: number, wanted: number): number {
  return Math.min(wanted, Math.max(1, (rows - 1) / 3));
}

/** At most so many numbers below `of`, evenly taken. */
export function evenly(most: number, of: number): number[] {
  const count = Math.min(most, of);
  return Array.from({ length: count }, (_, i) => Math.floor((i * of) / count));
}

/** Places fitted into a sheet with the proportions kept, y upwards, some room left around. */
export function fitted(places: Places, width: number, height: number, room = 0): Places {
  const [x, y] = [0, 1].map((axis) => span(places, axis));
  const free = Math.min(width, height) * room;
  const scale = Math.min(
    (width - 2 * free) / (x.most - x.least || Number.MIN_VALUE),
    (height - 2 * free) / (y.most - y.least || Number.MIN_VALUE),
  );
  const finite = Number.isFinite(scale) ? scale : 0;
  return places.map((value, at) =>
    at % 2 === 0
      ? width / 2 + (value - (x.least + x.most) / 2) * finite
      : height / 2 - (value - (y.least + y.most) / 2) * finite,
  );
}

function span(places: Places, axis: number): { least: number; most: number } {
  let [least, most] = [Infinity, -Infinity];
  for (let at = axis; at < places.length; at += 2) {
    least = Math.min(least, places[at]);
    most = Math.max(most, places[at]);
  }
  return { least, most };
}

/**
 * The same picture, so turned and mirrored that its rows are as near as can be to where they were
 * (orthogonal Procrustes): else each update would begin with a search for what one knows already.
 *
 * @param axes whether the two directions mean something: then each is at most mirrored
 */
export function aligned(places: Places, to: Places, axes: boolean): Places {
  if (places.length !== to.length) return places;
  let [xx, xy, yx, yy] = [0, 0, 0, 0];
  for (let at = 0; at < places.length; at += 2) {
    xx += places[at] * to[at];
    xy += places[at] * to[at + 1];
    yx += places[at + 1] * to[at];
    yy += places[at + 1] * to[at + 1];
  }
  if (axes) return turned(places, [xx < 0 ? -1 : 1, 0, 0, yy < 0 ? -1 : 1]);
  const turns = Math.hypot(xx + yy, xy - yx) >= Math.hypot(xx - yy, xy + yx);
  const angle = turns ? Math.atan2(xy - yx, xx + yy) : Math.atan2(xy + yx, xx - yy);
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  return turned(places, turns ? [cos, sin, -sin, cos] : [cos, sin, sin, -cos]);
}

function turned(places: Places, [xx, xy, yx, yy]: readonly number[]): Places {
  return places.map((value, at) =>
    at % 2 === 0 ? value * xx + places[at + 1] * yx : places[at - 1] * xy + value * yy,
  );
}

/** The place nearest to a point, within reach, of those that may be found; -1 where there is none. */
export function nearest(
  places: Places,
  x: number,
  y: number,
  reach: number,
  may: (row: number) => boolean = () => true,
): number {
  return best(places, reach * reach, may, (row) => {
    return (places[2 * row] - x) ** 2 + (places[2 * row + 1] - y) ** 2;
  });
}

/** The next place in a direction: straight ahead rather than near; -1 where there is none. */
export function toward(
  places: Places,
  from: number,
  [across, down]: readonly [number, number],
  may: (row: number) => boolean = () => true,
): number {
  return best(places, Infinity, may, (row) => {
    const dx = places[2 * row] - places[2 * from];
    const dy = places[2 * row + 1] - places[2 * from + 1];
    const ahead = dx * across + dy * down;
    const aside = Math.abs(dx * down - dy * across);
    return row !== from && ahead > 0 && aside <= 2 * ahead ? ahead + 2 * aside : Infinity;
  });
}

function best(
  places: Places,
  below: number,
  may: (row: number) => boolean,
  costOf: (row: number) => number,
): number {
  let found = -1;
  let least = below;
  for (let row = 0; row < places.length / 2; row++) {
    const cost = costOf(row);
    if (cost < least && may(row)) {
      least = cost;
      found = row;
    }
  }
  return found;
}

/** The share of rows whose nearest neighbour in the picture is of their class. */
export function agreement(places: Places, classes: readonly number[]): number {
  const alike = classes.filter((own, row) => {
    const neighbour = nearest(
      places,
      places[2 * row],
      places[2 * row + 1],
      Infinity,
      (other) => other !== row,
    );
    return neighbour >= 0 && classes[neighbour] === own;
  });
  return alike.length / classes.length;
}
