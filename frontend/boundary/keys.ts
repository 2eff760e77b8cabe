/** The keys of the crosshair over the boundary, by what they do. */
export const PLANE_KEYS = {
  left: ['ArrowLeft', 'Shift+ArrowLeft'],
  right: ['ArrowRight', 'Shift+ArrowRight'],
  up: ['ArrowUp', 'Shift+ArrowUp'],
  down: ['ArrowDown', 'Shift+ArrowDown'],
  pin: ['Enter'],
  off: ['Escape'],
} as const;

/** The keys of who draws points there. */
export const PEN_KEYS = {
  ink: ['0', '1', '2', '3', '4'],
  put: ['Enter', 'Space'],
  next: ['Shift+Enter', 'Shift+Space'],
  rub: ['Delete', 'Backspace'],
} as const;
