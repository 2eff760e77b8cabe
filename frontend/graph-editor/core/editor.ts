import { layersOf, shown } from './blocks';
import { part, renamed } from './clipboard';
import type { Refusal } from './connect';
import { applyEdits } from './fixes';
import {
  addEdge,
  edgeId,
  hasEdge,
  mapNode,
  mapNodes,
  nodeOf,
  removeEdge,
  removeNodes,
} from './graph';
import { Grouping } from './grouping';
import { boxOf, crowded, round } from './place';
import type { Done, Edit, EdgeDoc, Graph, LayerSpec, Position } from './types';

const KEY_PAUSE_MS = 1000;

/** The document that is being edited, and everything that can be done to it. Knows no screen. */
export class Editor extends Grouping {
  readonly #now: () => number;
  #lastMove = -Infinity;

  constructor(now: () => number = Date.now) {
    super();
    this.#now = now;
  }

  /** @returns why the edge was not drawn */
  connect(edge: EdgeDoc): Refusal | undefined {
    const why = this.refusal(edge);
    if (!why) {
      this.commit(addEdge(this.graph, edge), this.#doneWith('connected', edge));
    }
    return why;
  }

  /** Draws the edge and takes away the one that is in its way. */
  connectInstead(edge: EdgeDoc): void {
    const why = this.refusal(edge);
    if (why?.code === 'taken') {
      this.commit(
        addEdge(removeEdge(this.graph, why.edge), edge),
        this.#doneWith('replaced', edge),
      );
    }
  }

  disconnect(edge: EdgeDoc): void {
    if (hasEdge(this.graph, edge)) {
      this.commit(removeEdge(this.graph, edge), this.#doneWith('disconnected', edge));
    }
  }

  /** @param bridge whether what fed a removed node then feeds what it fed */
  remove(ids: Iterable<string>, bridge = false): void {
    const nodes = new Set([...ids].filter((id) => nodeOf(this.graph, id)));
    const [first] = nodes;
    if (first !== undefined) {
      const layer = nodes.size === 1 ? nodeOf(this.graph, first)?.layer.kind : undefined;
      this.commit(removeNodes(this.graph, nodes, bridge), {
        code: 'removed',
        layer,
        count: nodes.size,
      });
    }
  }

  /** Removes the selected nodes and edges as one edit. */
  removeSelected(bridge = false): void {
    const { nodes, edges, graph } = this.state;
    const selected = graph.edges.filter((edge) => edges.has(edgeId(edge)));
    if (nodes.size === 0 && selected.length === 1) {
      this.disconnect(selected[0]!);
      return;
    }
    const without = selected.reduce(removeEdge, graph);
    const count = nodes.size + selected.length;
    if (count > 0) {
      const [first] = nodes;
      const layer =
        count === 1 && first !== undefined ? nodeOf(graph, first)?.layer.kind : undefined;
      this.commit(removeNodes(without, nodes, bridge), { code: 'removed', layer, count });
    }
  }

  /** Moves nodes; moves that follow each other quickly, as an arrow key repeats, are one edit. */
  move(positions: ReadonlyMap<string, Position>): void {
    const moved = this.graph.nodes.filter((node) => {
      const at = positions.get(node.id);
      return at && (round(at[0]) !== node.at[0] || round(at[1]) !== node.at[1]);
    });
    if (moved.length === 0) {
      return;
    }
    if (this.#now() - this.#lastMove > KEY_PAUSE_MS) {
      this.seal();
    }
    this.#lastMove = this.#now();
    const graph = mapNodes(this.graph, (node) => {
      const at = positions.get(node.id);
      return at ? { ...node, at: [round(at[0]), round(at[1])] } : node;
    });
    const key = `move ${moved.map((node) => node.id).join(' ')}`;
    const layer = moved.length === 1 ? moved[0]?.layer.kind : undefined;
    this.commit(graph, { code: 'moved', layer, count: moved.length }, key);
  }

  /** Moves a node by so much, and with it the selection that it is part of. */
  nudge(id: string, [dx, dy]: Position): void {
    const ids = this.isSelected(id) ? this.state.nodes : new Set(layersOf(this.graph, id));
    const moved = this.graph.nodes.filter((node) => ids.has(node.id));
    this.move(
      new Map(moved.map(({ id, at }): [string, Position] => [id, [at[0] + dx, at[1] + dy]])),
    );
  }

  /** Changes one setting; typing in one field is one edit until {@link seal}. */
  set(id: string, setting: string, value: unknown): void {
    const node = nodeOf(this.graph, id);
    if (!node || node.layer[setting] === value) {
      return;
    }
    const graph = mapNode(this.graph, id, (old) => ({
      ...old,
      layer: withSetting(old.layer, setting, value),
    }));
    this.commit(
      graph,
      { code: 'changed', layer: node.layer.kind, setting },
      `set ${id} ${setting}`,
    );
  }

  copy(): Graph {
    return part(this.graph, this.state.nodes);
  }

  paste(clip: Graph, dx: number, dy: number): void {
    this.#place(clip, dx, dy, 'pasted');
  }

  /** Copies the selection below itself. */
  duplicate(): void {
    const clip = this.copy();
    const boxes = clip.nodes.map((node) => boxOf(node, this.sizeOf));
    const top = Math.min(...boxes.map((box) => box.y));
    const bottom = Math.max(...boxes.map((box) => box.y + box.height));
    this.#place(clip, 24, bottom - top + 24, 'duplicated');
  }

  #place(clip: Graph, dx: number, dy: number, code: 'pasted' | 'duplicated'): void {
    if (clip.nodes.length === 0) {
      return;
    }
    const copy = renamed(clip, this.graph, dx, dy);
    const graph = {
      nodes: [...this.graph.nodes, ...copy.nodes],
      edges: [...this.graph.edges, ...copy.edges],
      blocks: [...(this.graph.blocks ?? []), ...(copy.blocks ?? [])],
    };
    this.commit(graph, { code, count: copy.nodes.length });
    this.select(copy.nodes.map((node) => node.id));
  }

  /** Draws the graph in layers from left to right. */
  tidy(): void {
    const graph = this.arranged(this.graph);
    if (
      graph.nodes.some((node, index) => String(node.at) !== String(this.graph.nodes[index]?.at))
    ) {
      this.commit(graph, { code: 'tidied' });
    }
  }

  /**
   * Carries out what of a fix concerns the graph.
   *
   * @param outside the step that it is part of, if the server did the rest of it
   */
  apply(edits: readonly Edit[], outside?: number): void {
    const graph = applyEdits(this.graph, edits, this.sizeOf);
    if (graph !== this.graph) {
      this.commit(this.#roomy(graph), { code: 'fixed' }, undefined, outside);
    }
  }

  /** Draws the graph anew where a fix put a node onto another. */
  #roomy(graph: Graph): Graph {
    return graph.nodes.length > this.graph.nodes.length && crowded(shown(graph).graph, this.sizeOf)
      ? this.arranged(graph)
      : graph;
  }

  #doneWith(code: Done['code'], edge: EdgeDoc): Done {
    return {
      code,
      layer: nodeOf(this.graph, edge.from)?.layer.kind,
      other: nodeOf(this.graph, edge.to)?.layer.kind,
    };
  }
}

function withSetting(layer: LayerSpec, setting: string, value: unknown): LayerSpec {
  if (value !== undefined) {
    return { ...layer, [setting]: value };
  }
  const { [setting]: _, ...rest } = layer;
  return rest as LayerSpec;
}
