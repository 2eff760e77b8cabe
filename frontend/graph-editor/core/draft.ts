import { layersOf, settled, shown, shownAs } from './blocks';
import { Catalog } from './catalog';
import { edgeId, mapNode, mapNodes, nodeOf } from './graph';
import { History, type Step } from './history';
import { arrange, type View } from './layout';
import { crowded, expectedSize, inOneRow, NODE_HEIGHT, NODE_WIDTH, round } from './place';
import {
  EMPTY,
  NO_DIAGNOSIS,
  type Diagnosis,
  type Done,
  type Graph,
  type LayerSpec,
  type Outside,
  type Problem,
  type Size,
} from './types';

/** Everything the canvas shows. Replaced, never changed in place. */
export interface EditorState {
  readonly graph: Graph;
  readonly catalog: Catalog;
  readonly diagnosis: Diagnosis;
  readonly problemsOf: ReadonlyMap<string, readonly Problem[]>;
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
  /** Counts the edits of the graph since it was loaded. */
  readonly revision: number;
  /** Which of the server's graphs the edits began with. */
  readonly load: number;
  /** How often that graph was shown with all its nodes measured; 0 before they are. */
  readonly drawn: number;
  readonly readOnly: boolean;
  readonly undo: Done | undefined;
  readonly redo: Done | undefined;
}

export type Listener = () => void;
/** Hears that a step that is more than the graph's was taken back (`back`) or done again. */
export type TravelListener = (outside: number, back: boolean) => void;
/** Hears what an edit did; `taken` says whether it was done, undone or done again. */
export type DoneListener = (done: Done, taken: 'done' | 'undone' | 'redone') => void;

export const SIZE: Size = { width: NODE_WIDTH, height: NODE_HEIGHT };
export const NONE: ReadonlySet<string> = new Set();

/** The document on the canvas: how it is shown, and how edits of it are done and taken back. */
export class Draft {
  #state: EditorState = {
    graph: EMPTY,
    catalog: new Catalog([]),
    diagnosis: NO_DIAGNOSIS,
    problemsOf: new Map(),
    nodes: NONE,
    edges: NONE,
    revision: 0,
    load: -1,
    drawn: 0,
    readOnly: false,
    undo: undefined,
    redo: undefined,
  };
  readonly #history = new History();
  readonly #sizes = new Map<string, Size>();
  /** Expected heights of new nodes that have not been drawn yet. */
  readonly #added = new Map<string, number>();
  readonly #listeners = new Set<Listener>();
  readonly #doneListeners = new Set<DoneListener>();
  readonly #travelListeners = new Set<TravelListener>();
  #view: View | undefined;
  #row: { readonly straight: Graph; readonly folded: Graph } | undefined;
  #unsettled = false;

  get state(): EditorState {
    return this.#state;
  }

  readonly subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  onDone(listener: DoneListener): () => void {
    this.#doneListeners.add(listener);
    return () => this.#doneListeners.delete(listener);
  }

  onTravel(listener: TravelListener): () => void {
    this.#travelListeners.add(listener);
    return () => this.#travelListeners.delete(listener);
  }

  // What the server says

  /**
   * Begins with another graph. Nodes on top of each other are spread out.
   *
   * @param outside the step by which it took the place of the last; else the history begins anew
   */
  load(graph: Graph, load: number, outside?: number): void {
    const before = this.graph;
    const settledGraph = settled(graph);
    this.#forgetSizes(settledGraph);
    this.#added.clear();
    this.#unsettled = crowded(shown(settledGraph).graph, () => SIZE);
    const after = this.#unsettled ? this.arranged(settledGraph) : settledGraph;
    if (outside === undefined || this.#state.load < 0) {
      this.#history.clear();
    } else {
      this.#history.push({ before, after, done: { code: 'document' }, outside });
    }
    this.#update({
      graph: after,
      load,
      drawn: this.#allMeasured(after) ? 1 : 0,
      revision: 0,
      nodes: NONE,
      edges: NONE,
      diagnosis: NO_DIAGNOSIS,
      problemsOf: new Map(),
    });
  }

  /** What another graph keeps as it is does not change its size. */
  #forgetSizes(next: Graph): void {
    for (const id of this.#sizes.keys()) {
      const [before, after] = [nodeOf(this.graph, id), nodeOf(next, id)];
      if (!before || JSON.stringify(before.layer) !== JSON.stringify(after?.layer)) {
        this.#sizes.delete(id);
      }
    }
  }

  /**
   * Shows a single row in several where it is too long for the view, as text is; once there is room,
   * in one again. That is no edit, and happens only while nobody has edited the graph.
   */
  fold(tooLong: () => boolean): void {
    if (this.#state.revision > 0) {
      return;
    }
    if (this.#row?.folded === this.graph) {
      this.#update({ graph: this.#row.straight });
    }
    const straight = this.graph;
    if (inOneRow(shown(straight).graph, this.sizeOf) && tooLong()) {
      const folded = this.arranged(straight);
      if (!inOneRow(shown(folded).graph, this.sizeOf)) {
        this.#row = { straight, folded };
        this.#update({ graph: folded });
      }
    }
  }

  /** Something outside of the graph was edited: a step of the same history. */
  note(outside: number, code: Outside | 'fixed'): void {
    const graph = this.graph;
    this.#history.push({ before: graph, after: graph, done: { code }, outside });
    this.#update({});
  }

  setCatalog(catalog: Catalog): void {
    this.#update({ catalog });
  }

  setReadOnly(readOnly: boolean): void {
    this.#update({ readOnly });
  }

  setDiagnosis(diagnosis: Diagnosis): void {
    const problemsOf = new Map<string, readonly Problem[]>();
    for (const problem of diagnosis.problems) {
      if (problem.node !== undefined) {
        problemsOf.set(problem.node, [...(problemsOf.get(problem.node) ?? []), problem]);
      }
    }
    this.#update({ diagnosis, problemsOf });
  }

  // What the canvas says

  readonly sizeOf = (id: string): Size => this.#sizes.get(id) ?? this.#expected(id);

  /** The room for the graph on the screen. */
  setView(view: View): void {
    this.#view = view;
  }

  #expected(id: string): Size {
    const layer = nodeOf(this.graph, id)?.layer;
    return layer ? this.sizeFor(layer) : SIZE;
  }

  /** About the size in which a layer is drawn. */
  sizeFor(layer: LayerSpec): Size {
    return expectedSize(this.#state.catalog.kind(layer.kind)?.settings.length ?? 0);
  }

  isMeasured(id: string): boolean {
    return this.#sizes.has(id);
  }

  measured(sizes: ReadonlyMap<string, Size>): void {
    for (const [id, size] of sizes) {
      this.#sizes.set(id, size);
      const expected = this.#added.get(id);
      if (this.#added.delete(id) && expected !== undefined && expected !== size.height) {
        this.#recentre(id, (expected - size.height) / 2);
      }
    }
    this.#settle();
  }

  /**
   * Spreads out a graph that came without positions by the sizes that its nodes have: when all of
   * them have been measured, and again when they have grown by what the server says of them.
   */
  #settle(): void {
    const { drawn, revision, diagnosis } = this.#state;
    const first = drawn === 0;
    if (revision > 0 || !(first || this.#unsettled) || !this.#allMeasured(this.graph)) {
      return;
    }
    let graph = this.graph;
    if (this.#unsettled) {
      graph = this.arranged(graph);
      this.#history.amend(graph);
      this.#unsettled = diagnosis.revision < 0;
    }
    this.#update({ graph, drawn: drawn + 1 });
  }

  #allMeasured(graph: Graph): boolean {
    return shown(graph).graph.nodes.every(({ id }) => this.#sizes.has(id));
  }

  /** A new node keeps its middle, and so its edges straight, however tall it proves to be. */
  #recentre(id: string, dy: number): void {
    const graph = mapNode(this.graph, id, (node) => ({
      ...node,
      at: [node.at[0], round(node.at[1] + dy)],
    }));
    this.#history.amend(graph);
    this.#update({ graph });
  }

  select(nodes: Iterable<string>, edges: Iterable<string> = []): void {
    const layers = [...nodes].flatMap((id) => layersOf(this.graph, id));
    this.#update({ nodes: new Set(layers), edges: new Set(edges) });
  }

  /** Whether a layer, or all of a folded block, is selected. */
  isSelected(id: string): boolean {
    return layersOf(this.graph, id).every((layer) => this.#state.nodes.has(layer));
  }

  selectAll(): void {
    this.select(this.graph.nodes.map((node) => node.id));
  }

  /** The next edit starts a step of its own in the history. */
  seal(): void {
    this.#history.seal();
  }

  undo(): void {
    if (this.#state.readOnly) {
      return;
    }
    const step = this.#history.undo();
    if (step) {
      this.#show(step.before, step.done, 'undone');
      this.#travelled(step, true);
    }
  }

  /** Takes back a step of the server's, and whatever was done since. */
  undoTo(outside: number): void {
    while (this.#history.holds(outside) && !this.#state.readOnly) {
      this.undo();
    }
  }

  redo(): void {
    if (this.#state.readOnly) {
      return;
    }
    const step = this.#history.redo();
    if (step) {
      this.#show(step.after, step.done, 'redone');
      this.#travelled(step, false);
    }
  }

  #travelled({ outside }: Step, back: boolean): void {
    if (outside !== undefined) {
      this.#travelListeners.forEach((listener) => listener(outside, back));
    }
  }

  protected get graph(): Graph {
    return this.#state.graph;
  }

  protected arranged(graph: Graph): Graph {
    const places = arrange(shown(graph).graph, this.sizeOf, this.#view);
    return mapNodes(graph, (node) => ({
      ...node,
      at: places.get(shownAs(graph, node.id)) ?? node.at,
    }));
  }

  protected commitNew(graph: Graph, id: string, done: Done): string | undefined {
    if (this.#state.readOnly) {
      return undefined;
    }
    const layer = nodeOf(graph, id)?.layer;
    this.#added.set(id, layer ? this.sizeFor(layer).height : NODE_HEIGHT);
    this.commit(graph, done);
    this.select([id]);
    return id;
  }

  /** Draws the graph in another way, which is no edit. */
  protected redraw(graph: Graph): void {
    this.#update({ graph });
  }

  protected commit(edited: Graph, done: Done, key?: string, outside?: number): void {
    if (this.#state.readOnly) {
      return;
    }
    const after = settled(edited);
    this.#history.push({ before: this.graph, after, done, key, outside });
    this.#show(after, done, 'done');
  }

  #show(graph: Graph, done: Done, taken: 'done' | 'undone' | 'redone'): void {
    const ids = new Set(graph.nodes.map((node) => node.id));
    const edges = new Set(graph.edges.map(edgeId));
    this.#update({
      graph,
      revision: this.#state.revision + 1,
      nodes: kept(this.#state.nodes, ids),
      edges: kept(this.#state.edges, edges),
      undo: this.#history.nextUndo,
      redo: this.#history.nextRedo,
    });
    this.#doneListeners.forEach((listener) => listener(done, taken));
  }

  #update(change: Partial<EditorState>): void {
    this.#state = {
      ...this.#state,
      undo: this.#history.nextUndo,
      redo: this.#history.nextRedo,
      ...change,
    };
    this.#listeners.forEach((listener) => listener());
  }
}

function kept(selection: ReadonlySet<string>, there: ReadonlySet<string>): ReadonlySet<string> {
  return [...selection].every((id) => there.has(id))
    ? selection
    : new Set([...selection].filter((id) => there.has(id)));
}
