import { type RefObject, useCallback, useEffect } from 'react';
import { copyText, pasteText } from '../core/clipboard';
import type { Editor } from '../core/editor';
import { isField } from './useKeys';

async function readClipboard(): Promise<string> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return lastCopied;
  }
}

/** For browsers that do not let a page read the clipboard. */
let lastCopied = '';

/**
 * Copy, cut and paste through the system's clipboard.
 *
 * @returns pastes, as the menu asks for it
 */
export function useClipboard(
  root: RefObject<HTMLDivElement | null>,
  editor: Editor,
  focusNode: (id: string | undefined) => void,
): () => void {
  const paste = useCallback(
    (text: string) => {
      const clip = pasteText(text, editor.state.catalog);
      if (clip) {
        editor.paste(clip, 32, 32);
      }
      return clip !== undefined;
    },
    [editor],
  );

  useEffect(
    () =>
      editor.onDone(({ code }, taken) => {
        if (taken === 'done' && (code === 'pasted' || code === 'duplicated')) {
          requestAnimationFrame(() => focusNode([...editor.state.nodes][0]));
        }
      }),
    [editor, focusNode],
  );

  useEffect(() => {
    const ours = () => {
      const focused = document.activeElement;
      const here = focused === document.body || root.current?.contains(focused);
      return here && !(focused && isField(focused)) && String(getSelection() ?? '') === '';
    };
    const copy = (event: ClipboardEvent) => {
      if (ours() && editor.state.nodes.size > 0) {
        lastCopied = copyText(editor.copy());
        event.clipboardData?.setData('text/plain', lastCopied);
        event.preventDefault();
      }
    };
    const onCut = (event: ClipboardEvent) => {
      copy(event);
      if (event.defaultPrevented) {
        editor.removeSelected();
      }
    };
    const onPaste = (event: ClipboardEvent) => {
      if (ours() && paste(event.clipboardData?.getData('text/plain') || lastCopied)) {
        event.preventDefault();
      }
    };
    document.addEventListener('copy', copy);
    document.addEventListener('cut', onCut);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', onCut);
      document.removeEventListener('paste', onPaste);
    };
  }, [root, editor, paste]);

  return useCallback(() => void readClipboard().then(paste), [paste]);
}
