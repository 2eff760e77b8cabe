import type { Node } from '@xyflow/react';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { shownAs } from '../core/blocks';
import type { Editor } from '../core/editor';
import { nodeElement } from './places';

/** Focuses a node, or the block that hides it, once that is drawn, or its first field; without one, the canvas. */
export function useFocus(
  root: RefObject<HTMLDivElement | null>,
  nodes: readonly Node[],
  editor: Editor,
): (id: string | undefined, field?: boolean) => void {
  const wanted = useRef<{ id: string; field: boolean }>(undefined);
  const inside = useRef(false);

  const settle = useCallback(() => {
    const element = wanted.current && nodeElement(root.current, wanted.current.id);
    const field = wanted.current?.field && element?.querySelector<HTMLElement>('input, select');
    if (element && getComputedStyle(element).visibility !== 'hidden') {
      wanted.current = undefined;
      (field || element).focus({ preventScroll: true });
    } else if (inside.current && document.activeElement === document.body) {
      root.current?.focus({ preventScroll: true });
    }
  }, [root]);

  useLayoutEffect(settle, [nodes, settle]);

  useEffect(() => {
    const onFocus = (event: globalThis.FocusEvent) => {
      inside.current = root.current?.contains(event.target as globalThis.Node) ?? false;
    };
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, [root]);

  return useCallback(
    (id, field = false) => {
      if (id !== undefined) {
        wanted.current = { id: shownAs(editor.state.graph, id), field };
        settle();
        requestAnimationFrame(settle);
      } else {
        root.current?.focus({ preventScroll: true });
      }
    },
    [settle, root, editor],
  );
}
