import { type RefObject, useEffect } from 'react';
import { copyText } from '../core/clipboard';
import type { Editor } from '../core/editor';
import { isField } from './useKeys';

export async function readClipboard(): Promise<string> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return lastCopied;
  }
}

/** For browsers that do not let a page read the clipboard. */
let lastCopied = '';

/** Copy, cut and paste through the system's clipboard. */
export function useClipboard(
  root: RefObject<HTMLDivElement | null>,
  editor: Editor,
  paste: (text: string) => boolean,
): void {
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
}
