import { blockOf, exits } from './blocks';
import { refusal } from './connect';
import { NONE, SIZE } from './draft';
import { insertOnEdge } from './fixes';
import {
  addEdge,
  addNode,
  descendants,
  freshId,
  hasEdge,
  incoming,
  lastNode,
  mapNodes,
  nodeOf,
  outgoing,
  splitEdge,
} from './graph';
import { boxOf, freeBelow, GAP_X, NODE_WIDTH, placeAfter, round } from './place';
import { Questions } from './questions';
import type { EdgeDoc, Graph, LayerSpec, NodeDoc, Position } from './types';

/** The edits by which layers come into a draft. */
export class Adding extends Questions {
  /**
   * Adds a layer where it most likely belongs: a layer that merges joins all selected nodes, any
   * other follows the selected node. Where none is selected it goes before the layer that gives the
   * answer, or else after the last. Between a node and its only successor it is put in between.
   *
   * @returns the new node's id
   */
  add(layer: LayerSpec): string | undefined {
    const before = this.#beforeAnswer();
    switch (this.state.catalog.inputs(layer.kind)) {
      case 'none':
        return this.#addSource(layer);
      case 'one':
        return before
          ? this.insert(layer, before)
          : this.addAfter(this.#anchors().slice(-1), layer);
      case 'many':
        return before ? this.insert(layer, before) : this.addAfter(this.#anchors(), layer);
    }
  }

  /** The edge into the layer that gives the answer, unless a node is selected. */
  #beforeAnswer(): EdgeDoc | undefined {
    const last = this.state.nodes.size > 0 ? undefined : lastNode(this.graph);
    const [edge, ...others] = last ? incoming(this.graph, last.id) : [];
    return last && this.state.catalog.weighted(last.layer.kind) && others.length === 0
      ? edge
      : undefined;
  }

  /** Adds a layer that takes what the nodes `sources` give. */
  addAfter(sources: readonly NodeDoc[], layer: LayerSpec): string | undefined {
    const [source] = sources;
    if (!source) {
      return this.addAt(layer, this.graph.nodes.length === 0 ? [0, 0] : this.#below());
    }
    const [only, ...others] = outgoing(this.graph, source.id);
    if (sources.length === 1 && only && others.length === 0) {
      return this.insert(layer, only);
    }
    const id = this.#fresh(layer);
    const at = placeAfter(this.graph, sources, this.sizeFor(layer), this.sizeOf);
    const graph = sources.reduce(
      (edited, { id: from }) => addEdge(edited, { from, to: id }),
      addNode(this.graph, { id, layer, at }),
    );
    return this.commitNew(graph, id, {
      code: 'added',
      layer: layer.kind,
      after: source.id,
    });
  }

  /** Adds a layer at a place, unconnected. */
  addAt(layer: LayerSpec, [x, y]: Position): string | undefined {
    const id = this.#fresh(layer);
    const graph = addNode(this.graph, { id, layer, at: [round(x), round(y)] });
    return this.commitNew(graph, id, { code: 'added', layer: layer.kind });
  }

  /** Adds a layer at a place and connects `from` to it, or it to `from`. */
  addConnected(
    layer: LayerSpec,
    [x, y]: Position,
    end: { from?: string; to?: string },
  ): string | undefined {
    const id = this.#fresh(layer);
    const edge = { from: end.from ?? id, to: end.to ?? id };
    const used = end.to === undefined ? layer : this.state.catalog.hidden(layer);
    const placed = addNode(this.graph, { id, layer: used, at: [round(x), round(y)] });
    const graph = refusal(placed, this.state.catalog, edge) ? placed : addEdge(placed, edge);
    return this.commitNew(graph, id, { code: 'added', layer: layer.kind });
  }

  /** Puts a layer into an edge and moves what follows out of its way. */
  insert(layer: LayerSpec, edge: EdgeDoc): string | undefined {
    if (!hasEdge(this.graph, edge)) {
      return undefined;
    }
    if (this.state.catalog.inputs(layer.kind) === 'none') {
      return undefined;
    }
    const inserted = insertOnEdge(
      this.graph,
      { edge, layer: this.state.catalog.hidden(layer) },
      this.sizeOf,
      this.sizeFor(layer),
    );
    const node = inserted.nodes.at(-1)!;
    return this.commitNew(this.#withRoom(inserted, node, edge), node.id, {
      code: 'inserted',
      layer: layer.kind,
      after: edge.from,
      before: edge.to,
    });
  }

  /** Puts a node that nothing is connected to into an edge. */
  thread(id: string, edge: EdgeDoc): void {
    const node = nodeOf(this.graph, id);
    if (node && hasEdge(this.graph, edge) && this.mayThread(id)) {
      const graph = this.#withRoom(splitEdge(this.graph, edge, id), node, edge);
      this.commit(graph, { code: 'inserted', layer: node.layer.kind });
    }
  }

  mayThread(id: string): boolean {
    const node = nodeOf(this.graph, id);
    return (
      node !== undefined &&
      !this.state.readOnly &&
      this.state.catalog.inputs(node.layer.kind) !== 'none' &&
      !this.graph.edges.some((edge) => edge.from === id || edge.to === id)
    );
  }

  #withRoom(graph: Graph, { id }: NodeDoc, edge: EdgeDoc): Graph {
    const source = nodeOf(graph, edge.from)!;
    const target = nodeOf(graph, edge.to)!;
    const from = boxOf(source, this.sizeOf);
    const x = Math.max(from.x + from.width + GAP_X, nodeOf(graph, id)!.at[0]);
    const shift = Math.max(0, x + NODE_WIDTH + GAP_X - target.at[0]);
    const moved = shift > 0 ? descendants(graph, id) : NONE;
    return mapNodes(graph, (node) => {
      if (node.id === id) {
        return { ...node, at: [x, node.at[1]] };
      }
      return moved.has(node.id) ? { ...node, at: [node.at[0] + shift, node.at[1]] } : node;
    });
  }

  #addSource(layer: LayerSpec): string | undefined {
    const { nodes } = this.graph;
    if (nodes.length === 0) {
      return this.addAt(layer, [0, 0]);
    }
    const left = nodes.reduce((best, node) => (node.at[0] < best.at[0] ? node : best));
    const roots = nodes.filter((node) => incoming(this.graph, node.id).length === 0);
    const id = this.#fresh(layer);
    const at = freeBelow(
      this.graph,
      [left.at[0] - NODE_WIDTH - GAP_X, left.at[1]],
      SIZE,
      this.sizeOf,
    );
    const placed = addNode(this.graph, { id, layer, at });
    const [root] = roots;
    const edge = root && roots.length === 1 ? { from: id, to: root.id } : undefined;
    const graph =
      edge && !refusal(placed, this.state.catalog, edge) ? addEdge(placed, edge) : placed;
    return this.commitNew(graph, id, { code: 'added', layer: layer.kind });
  }

  /** Joins the edge and the one that is in its way in a new layer that takes both. */
  connectThrough(edge: EdgeDoc, layer: LayerSpec): string | undefined {
    const why = this.refusal(edge);
    if (why?.code !== 'taken') {
      return undefined;
    }
    const inserted = insertOnEdge(
      this.graph,
      { edge: why.edge, layer },
      this.sizeOf,
      this.sizeFor(layer),
    );
    const node = inserted.nodes.at(-1)!;
    const graph = addEdge(this.#withRoom(inserted, node, why.edge), {
      from: edge.from,
      to: node.id,
    });
    return this.commitNew(graph, node.id, { code: 'merged', layer: layer.kind });
  }

  #fresh(layer: LayerSpec): string {
    return freshId(layer.kind, (id) => nodeOf(this.graph, id) !== undefined);
  }

  #anchors(): readonly NodeDoc[] {
    const selected = this.graph.nodes.filter(
      ({ id }) => this.state.nodes.has(id) && this.#leadsOn(id),
    );
    const last = lastNode(this.graph);
    return selected.length > 0 ? selected : last ? [last] : [];
  }

  /** Of a folded block, the layers whose output leaves it. */
  #leadsOn(id: string): boolean {
    const block = blockOf(this.graph, id);
    return !block?.folded || exits(this.graph, block).includes(id);
  }

  #below(): Position {
    const boxes = this.graph.nodes.map((node) => boxOf(node, this.sizeOf));
    return [
      Math.min(...boxes.map((box) => box.x)),
      Math.max(...boxes.map((box) => box.y + box.height)) + 40,
    ];
  }
}
