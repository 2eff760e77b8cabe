import type * as contract from '../../contract/types';

export type { Block as BlockDoc, Edge as EdgeDoc, Position, Totals } from '../../contract/types';

/**
 * A layer's settings by name; `kind` says which layer it is. Open, so that the catalog alone
 * decides which layers there are.
 */
export interface LayerSpec {
  readonly kind: string;
  readonly [setting: string]: unknown;
}

export interface NodeDoc extends Omit<contract.Node, 'layer'> {
  readonly layer: LayerSpec;
}

/** The model as the experiment document writes it. Never changed in place. */
export interface Graph {
  readonly nodes: readonly NodeDoc[];
  readonly edges: readonly contract.Edge[];
  /** Layers that are seen as one. */
  readonly blocks?: readonly contract.Block[];
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A change that names a layer may name one that these types do not know. */
type Open<E> = E extends { readonly layer: unknown }
  ? Omit<E, 'layer'> & { readonly layer: LayerSpec }
  : E;

/** One change that a fix proposes; kinds that concern more than the graph are handed on. */
export type Edit = Open<contract.Edit>;

/** An edit of the training or the data, which the server carries out. */
export type ForeignEdit = Extract<
  contract.Edit,
  { readonly kind: 'setLoss' | 'setTraining' | 'setDataset' }
>;

export interface Fix {
  readonly label: string;
  readonly edits: readonly Edit[];
}

export interface Problem extends Omit<contract.ShownProblem, 'fix'> {
  /** Whether it is advice only. */
  readonly hint: boolean;
  readonly fix?: Fix;
}

/** What the server says about the graph at `revision`. */
export interface Diagnosis extends Omit<contract.GraphDiagnosis, 'problems'> {
  readonly revision: number;
  readonly problems: readonly Problem[];
}

/** What was edited outside of the graph. */
export type Outside = 'data' | 'training' | 'title' | 'document';

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
    | 'grouped'
    | 'ungrouped'
    | 'folded'
    | 'unfolded'
    | 'named'
    | 'fixed'
    | Outside;
  /** Kind of the layer it is about. */
  readonly layer?: string | undefined;
  readonly other?: string | undefined;
  /** The node that a new one follows. */
  readonly after?: string | undefined;
  /** The node that follows a new one. */
  readonly before?: string | undefined;
  readonly count?: number | undefined;
  readonly setting?: string | undefined;
  /** Of the block that it is about. */
  readonly name?: string | undefined;
}

export const EMPTY: Graph = { nodes: [], edges: [] };
export const NO_DIAGNOSIS: Diagnosis = { revision: -1, shapes: {}, parameters: {}, problems: [] };
