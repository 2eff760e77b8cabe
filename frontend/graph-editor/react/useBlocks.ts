import { useEffect } from 'react';
import type { Editor } from '../core/editor';
import type { Done } from '../core/types';

const OURS: readonly Done['code'][] = ['folded', 'unfolded', 'ungrouped', 'named'];

/** The focus stays with the layers of a block; a new one is named first. */
export function useBlocks(
  editor: Editor,
  focusNode: (id: string | undefined, field?: boolean) => void,
): void {
  useEffect(
    () =>
      editor.onDone(({ code }, taken) => {
        if (taken === 'done' && (code === 'grouped' || OURS.includes(code))) {
          requestAnimationFrame(() => focusNode([...editor.state.nodes][0], code === 'grouped'));
        }
      }),
    [editor, focusNode],
  );
}
