/** The keys of curves, by what they do. */
export const CHART_KEYS = {
  back: ['ArrowLeft', 'Shift+ArrowLeft'],
  on: ['ArrowRight', 'Shift+ArrowRight'],
  first: ['Home'],
  last: ['End'],
  closer: ['+', '='],
  farther: ['-'],
  all: ['Escape'],
} as const;

/** The keys of surfaces in space. */
export const RELIEF_KEYS = {
  left: ['ArrowLeft'],
  right: ['ArrowRight'],
  up: ['ArrowUp'],
  down: ['ArrowDown'],
  closer: ['+', '='],
  farther: ['-'],
  first: ['Home'],
} as const;

/** The keys by which one step is gone through. */
export const WALK_KEYS = {
  back: ['ArrowLeft'],
  on: ['ArrowRight'],
  first: ['Home'],
  last: ['End'],
} as const;
