/** The keys of the weights, by what they do. */
export const WEIGHT_KEYS = {
  left: ['ArrowLeft'],
  right: ['ArrowRight'],
  up: ['ArrowUp'],
  down: ['ArrowDown'],
  before: ['PageUp'],
  after: ['PageDown'],
  first: ['Home'],
  last: ['End'],
  set: ['Enter'],
} as const;

/** What a key does that goes to another number. */
export type Move = Exclude<keyof typeof WEIGHT_KEYS, 'set'>;
