import type { LayerKind } from './catalog';
import { part, renamed } from './clipboard';
import { refusal, unlike, type Refusal, type Shapes } from './connect';
import { Draft, NONE, SIZE } from './draft';
import { applyEdits, insertOnEdge } from './fixes';
import {
  addEdge,
  addNode,
  descendants,
  edgeId,
  freshId,
  hasEdge,
  incoming,
  lastNode,
  mapNode,
  mapNodes,
  nodeOf,
  outgoing,
  removeEdge,
  removeNodes,
  splitEdge,
} from './graph';
import { boxOf, crowded, freeBelow, GAP_X, NODE_WIDTH, placeAfter, round } from './place';
import { channel, detour, distance, wayOf } from './route';
import {
  type Done,
  type Edit,
  type EdgeDoc,
  type Graph,
  type LayerSpec,
  type NodeDoc,
  type Position,
} from './types';

const KEY_PAUSE_MS = 1000;
const NEAR = 26;

/** The document that is being edited, and everything that can be done to it. Knows no screen. */
export class Editor extends Draft {
  readonly #now: () => number;
  #lastMove = -Infinity;

  constructor(now: () => number = Date.now) {
    super();
    this.#now = now;
  }

  // Questions

  /** Why the edge may not be drawn; undefined when it may. */
  refusal(edge: EdgeDoc): Refusal | undefined {
    return refusal(this.graph, this.state.catalog, edge, this.#shapes);
  }

  /** The layers that may join an edge and the one that is in its way. */
  merging(edge: EdgeDoc): readonly LayerKind[] {
    const why = this.refusal(edge);
    const { catalog } = this.state;
    return why?.code !== 'taken'
      ? []
      : catalog.kinds.filter(
          ({ kind }) =>
            catalog.inputs(kind) === 'many' &&
            !(catalog.alike(kind) && unlike(edge.from, [why.edge.from], this.#shapes)),
        );
  }

  /** Shapes of the graph as it is now; none while the server has yet to say them. */
  get #shapes(): Shapes {
    const { diagnosis, revision } = this.state;
    return diagnosis.revision === revision ? diagnosis.shapes : {};
  }

  /** The nodes that `from` may be connected to, those that would lose another edge last. */
  targets(from: string): readonly NodeDoc[] {
    const why = new Map(
      this.graph.nodes.map((node) => [node.id, this.refusal({ from, to: node.id })]),
    );
    const free = this.graph.nodes.filter((node) => why.get(node.id) === undefined);
    const taken = this.graph.nodes.filter((node) => why.get(node.id)?.code === 'taken');
    return [...free, ...taken];
  }

  /** The height at which an edge goes round nodes in its way; undefined where it goes straight. */
  detour(edge: EdgeDoc): number | undefined {
    return detour(this.graph, edge, this.sizeOf);
  }

  /** The height at which an edge that leads back to the left passes between two rows. */
  channel(edge: EdgeDoc): number | undefined {
    return channel(this.graph, edge, this.sizeOf);
  }

  /** The edge that passes near a point, into which a layer dropped there would go. */
  edgeNear(point: Position, except?: string): EdgeDoc | undefined {
    const near = this.graph.edges
      .filter((edge) => edge.from !== except && edge.to !== except)
      .map((edge) => ({ edge, distance: distance(point, wayOf(this.graph, edge, this.sizeOf)) }))
      .reduce((best, next) => (next.distance < best.distance ? next : best), {
        edge: undefined as EdgeDoc | undefined,
        distance: NEAR,
      });
    return near.edge;
  }

  // Edits

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
    const ids = this.state.nodes.has(id) ? this.state.nodes : new Set([id]);
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
    return graph.nodes.length > this.graph.nodes.length && crowded(graph, this.sizeOf)
      ? this.arranged(graph)
      : graph;
  }

  #fresh(layer: LayerSpec): string {
    return freshId(layer.kind, (id) => nodeOf(this.graph, id) !== undefined);
  }

  #anchors(): readonly NodeDoc[] {
    const selected = this.graph.nodes.filter((node) => this.state.nodes.has(node.id));
    const last = lastNode(this.graph);
    return selected.length > 0 ? selected : last ? [last] : [];
  }

  #below(): Position {
    const boxes = this.graph.nodes.map((node) => boxOf(node, this.sizeOf));
    return [
      Math.min(...boxes.map((box) => box.x)),
      Math.max(...boxes.map((box) => box.y + box.height)) + 40,
    ];
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
