/** The keys of the sheet that an example is drawn on, by what they do. */
export const PAD_KEYS = {
  left: ['ArrowLeft'],
  right: ['ArrowRight'],
  up: ['ArrowUp'],
  down: ['ArrowDown'],
  pen: ['Space'],
  clear: ['Delete', 'Backspace'],
} as const;
