const FIRST_MILLISECONDS = 500;
const LONGEST_MILLISECONDS = 10_000;

/**
 * How long to wait before the next attempt to connect: doubling up to ten seconds, the latter half
 * of it at random so that a whole class does not come back at the same moment.
 *
 * @param failures attempts that failed in a row, from 1
 * @param random 0 to 1
 */
export function backOff(failures: number, random: number): number {
  const full = Math.min(LONGEST_MILLISECONDS, FIRST_MILLISECONDS * 2 ** (failures - 1));
  return Math.round(full * (0.5 + 0.5 * random));
}
