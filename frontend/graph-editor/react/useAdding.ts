import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { ADD_LAYER, type AddLayer } from '../core/dragged';
import type { Editor } from '../core/editor';
import { nodeOf } from '../core/graph';
import type { LayerSpec } from '../core/types';
import type { Goal } from './context';
import { placed } from './places';
import { useStable } from './useStable';
import type { View } from './useView';

/** Adding layers that were chosen in the search or in the palette. */
export function useAdding(editor: Editor, { reveal }: View) {
  const flow = useReactFlow();

  useEffect(() => {
    const onAdd = (event: Event) => {
      const { layer } = (event as CustomEvent<AddLayer>).detail;
      if (editor.state.catalog.kind(layer.kind)) {
        reveal(editor.add(layer), false);
      }
    };
    document.addEventListener(ADD_LAYER, onAdd);
    return () => document.removeEventListener(ADD_LAYER, onAdd);
  }, [editor, reveal]);

  function addFor(goal: Goal, layer: LayerSpec): string | undefined {
    switch (goal.kind) {
      case 'auto':
        return editor.add(layer);
      case 'after': {
        const source = nodeOf(editor.state.graph, goal.node);
        return source && editor.addAfter([source], layer);
      }
      case 'edge':
        return editor.insert(layer, goal.edge);
      case 'place': {
        const at = placed(flow, goal.at, editor.sizeFor(layer), sideOf(goal));
        return editor.addConnected(layer, at, goal);
      }
    }
  }

  return useStable({
    add: (goal: Goal, layer: LayerSpec) => reveal(addFor(goal, layer), true),
    addInput: () => reveal(addInput(editor), true),
  });
}

/** Which side of a new node is where the pointer is: the one that the edge ends at. */
function sideOf({ from, to }: Extract<Goal, { kind: 'place' }>): 'left' | 'middle' | 'right' {
  return from !== undefined ? 'left' : to !== undefined ? 'right' : 'middle';
}

function addInput(editor: Editor): string | undefined {
  const { catalog } = editor.state;
  const input = catalog.kinds.find((kind) => catalog.inputs(kind.kind) === 'none');
  return input && editor.add(catalog.create(input.kind));
}
