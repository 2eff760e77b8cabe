import { type Node, useReactFlow } from '@xyflow/react';
import { type DragEvent, useState } from 'react';
import { LAYER_TYPE, droppedLayer } from '../core/dragged';
import type { Editor } from '../core/editor';
import type { EdgeDoc } from '../core/types';
import { placed } from './places';
import { useStable } from './useStable';

/** Layers that are dragged from the palette onto the canvas, and nodes onto edges. */
export function useDrop(editor: Editor, reveal: (id: string | undefined, focus: boolean) => void) {
  const flow = useReactFlow();
  const [dropping, setDropping] = useState(false);
  const [edge, setEdge] = useState<EdgeDoc>();

  function edgeUnder({ clientX: x, clientY: y }: DragEvent): EdgeDoc | undefined {
    const at = flow.screenToFlowPosition({ x, y });
    return editor.edgeNear([at.x, at.y]);
  }

  function onDragOver(event: DragEvent): void {
    if (!editor.state.readOnly && event.dataTransfer.types.includes(LAYER_TYPE)) {
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setDropping(true);
      setEdge(edgeUnder(event));
    }
  }

  function onDragLeave(): void {
    setDropping(false);
    setEdge(undefined);
  }

  function onDrop(event: DragEvent): void {
    const layer = droppedLayer(event.dataTransfer.getData(LAYER_TYPE));
    onDragLeave();
    if (layer && editor.state.catalog.kind(layer.kind)) {
      event.preventDefault();
      const into = edgeUnder(event);
      const at = placed(flow, { x: event.clientX, y: event.clientY }, editor.sizeFor(layer));
      reveal((into && editor.insert(layer, into)) ?? editor.addAt(layer, at), false);
    }
  }

  function onNodeDrag(_: unknown, node: Node): void {
    setEdge(editor.mayThread(node.id) ? edgeNearNode(editor, node) : undefined);
  }

  function onNodeDragStop(_: unknown, node: Node): void {
    if (edge) {
      editor.thread(node.id, edge);
      setEdge(undefined);
      reveal(node.id, false);
    }
  }

  const onCanvas = useStable({ onDragOver, onDragLeave, onDrop });
  const onNodes = useStable({
    onNodeDragStart: () => editor.seal(),
    onNodeDrag,
    onNodeDragStop,
  });
  return { dropping, edge, onCanvas, onNodes };
}

function edgeNearNode(editor: Editor, node: Node): EdgeDoc | undefined {
  const { width, height } = editor.sizeOf(node.id);
  return editor.edgeNear([node.position.x + width / 2, node.position.y + height / 2], node.id);
}
