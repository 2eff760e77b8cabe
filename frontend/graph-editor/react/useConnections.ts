import { type Connection, type Edge, type FinalConnectionState, useStoreApi } from '@xyflow/react';
import { useRef } from 'react';
import type { Editor } from '../core/editor';
import { edgeBetween, edgeOf, pointOf } from './places';
import type { PopupActions } from './usePopups';
import { useStable } from './useStable';

/** Drawing edges, by a drag or by two clicks. */
export function useConnections(editor: Editor, popups: PopupActions) {
  const store = useStoreApi();
  const connected = useRef(false);

  function onConnect(connection: Connection): void {
    connected.current = editor.connect(edgeOf(connection)) === undefined;
  }

  function onConnectEnd(event: MouseEvent | TouchEvent, state: FinalConnectionState): void {
    const { fromHandle, toNode, isValid } = state;
    connected.current = false;
    if (isValid || !fromHandle) {
      return;
    }
    const at = pointOf(event);
    if (toNode) {
      popups.refuse(edgeBetween(fromHandle, toNode.id), at);
    } else if (event.target instanceof Element && event.target.closest('.react-flow__pane')) {
      const end =
        fromHandle.type === 'source' ? { from: fromHandle.nodeId } : { to: fromHandle.nodeId };
      popups.openSearch({ kind: 'place', at, ...end }, at);
    }
  }

  function onClickConnectEnd(event: MouseEvent | TouchEvent): void {
    const from = store.getState().connectionClickStartHandle;
    const to = event.target instanceof Element ? event.target.closest('[data-nodeid]') : null;
    const id = to?.getAttribute('data-nodeid');
    if (from && id && id !== from.nodeId && !connected.current) {
      popups.refuse(edgeBetween(from, id), pointOf(event));
    }
    connected.current = false;
  }

  return useStable({
    onConnect,
    onConnectEnd,
    onClickConnectEnd,
    onConnectStart: popups.hush,
    isValidConnection: (connection: Connection | Edge) =>
      editor.refusal(edgeOf(connection)) === undefined,
  });
}
