import { describe, expect, it } from 'vitest';
import { pressed, shown } from './keys';

function key(key: string, modifiers: KeyboardEventInit = {}): KeyboardEvent {
  return new KeyboardEvent('keydown', { key, ...modifiers });
}

describe('Keys', () => {
  it('Ctrl and Cmd are both Mod', () => {
    expect(pressed(key('k', { ctrlKey: true }), ['Mod+K'])).toBe(true);
    expect(pressed(key('k', { metaKey: true }), ['Mod+K'])).toBe(true);
    expect(pressed(key('k'), ['Mod+K'])).toBe(false);
  });

  it('Shift counts with letters and not with signs', () => {
    expect(pressed(key('Z', { ctrlKey: true, shiftKey: true }), ['Mod+Z'])).toBe(false);
    expect(pressed(key('Z', { ctrlKey: true, shiftKey: true }), ['Mod+Shift+Z'])).toBe(true);
    expect(pressed(key('?', { shiftKey: true }), ['?'])).toBe(true);
    expect(pressed(key('?'), ['?'])).toBe(true);
  });

  it('full-width signs are the same keys', () => {
    expect(pressed(key('？'), ['?'])).toBe(true);
    expect(pressed(key('、'), ['/'])).toBe(true);
  });

  it('keys are shown as they are printed', () => {
    expect(shown('Mod+Shift+ArrowUp', false)).toEqual(['Ctrl', 'Shift', '↑']);
    expect(shown('Mod+K', true)).toEqual(['⌘', 'K']);
    expect(shown('Mod++', false)).toEqual(['Ctrl', '+']);
  });
});
