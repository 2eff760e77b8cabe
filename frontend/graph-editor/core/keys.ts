/** The keys of the graph editor, by what they do. Copying, cutting and pasting, selecting, and
 * moving by the arrow keys are heard by the browser and the canvas themselves. */
export const GRAPH_KEYS = {
  add: ['/'],
  edit: ['Enter'],
  connect: ['C'],
  menu: ['Shift+F10', 'ContextMenu'],
  select: ['Space', 'Mod+Space'],
  move: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
  pan: ['Mod+ArrowLeft', 'Mod+ArrowRight', 'Mod+ArrowUp', 'Mod+ArrowDown'],
  remove: ['Delete', 'Backspace'],
  bridge: ['Shift+Delete', 'Shift+Backspace'],
  undo: ['Mod+Z'],
  redo: ['Mod+Shift+Z', 'Mod+Y'],
  copy: ['Mod+C', 'Mod+X', 'Mod+V'],
  duplicate: ['Mod+D'],
  group: ['Mod+G'],
  ungroup: ['Mod+Shift+G'],
  fold: ['F'],
  all: ['Mod+A'],
  back: ['Escape'],
} as const;
