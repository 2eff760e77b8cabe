/** A layer's settings by name; `kind` says which layer it is. */
export interface LayerSpec {
  readonly kind: string;
  readonly [setting: string]: unknown;
}

export type Position = readonly [x: number, y: number];

export interface NodeDoc {
  readonly id: string;
  readonly layer: LayerSpec;
  readonly at: Position;
}

export interface EdgeDoc {
  readonly from: string;
  readonly to: string;
}

/** The model as the experiment document writes it. Never changed in place. */
export interface Graph {
  readonly nodes: readonly NodeDoc[];
  readonly edges: readonly EdgeDoc[];
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** One change that a fix proposes; kinds that concern more than the graph are handed on. */
export type Edit =
  | { readonly kind: 'setLayer'; readonly node: string; readonly layer: LayerSpec }
  | { readonly kind: 'insertOnEdge'; readonly edge: EdgeDoc; readonly layer: LayerSpec }
  | { readonly kind: 'removeEdge'; readonly edge: EdgeDoc }
  | { readonly kind: 'addEdge'; readonly edge: EdgeDoc }
  | { readonly kind: 'removeNode'; readonly node: string }
  | { readonly kind: 'addNode'; readonly id: string; readonly layer: LayerSpec }
  | ForeignEdit;

/** An edit of the training or the data, which the server carries out. */
export interface ForeignEdit {
  readonly kind: 'setLoss' | 'setTraining' | 'setDataset';
  readonly [field: string]: unknown;
}

export interface Fix {
  readonly label: string;
  readonly edits: readonly Edit[];
}

export interface Problem {
  readonly code: string;
  readonly path: string;
  readonly node?: string | undefined;
  readonly message: string;
  readonly hint: boolean;
  readonly fix?: Fix | undefined;
}

export interface Totals {
  readonly parameters: number;
  readonly flopsPerStep: number;
  readonly bytes: number;
}

/** What the server says about the graph at `revision`. */
export interface Diagnosis {
  readonly revision: number;
  readonly shapes: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, number>>;
  readonly totals?: Totals | undefined;
  readonly problems: readonly Problem[];
}

/** What an edit did, for the history's tooltips and for screen readers. */
export interface Done {
  readonly code:
    | 'added'
    | 'inserted'
    | 'connected'
    | 'replaced'
    | 'merged'
    | 'disconnected'
    | 'removed'
    | 'moved'
    | 'changed'
    | 'pasted'
    | 'duplicated'
    | 'tidied'
    | 'fixed';
  /** Kind of the layer it is about. */
  readonly layer?: string | undefined;
  readonly other?: string | undefined;
  readonly count?: number | undefined;
  readonly setting?: string | undefined;
}

export const EMPTY: Graph = { nodes: [], edges: [] };
export const NO_DIAGNOSIS: Diagnosis = { revision: -1, shapes: {}, parameters: {}, problems: [] };
