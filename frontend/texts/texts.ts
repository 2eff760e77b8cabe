/** Texts of the page by key, in the reader's language, with `{name}` placeholders. */
export type Messages = Readonly<Record<string, string>>;

/** Something that is explained; `Topic.java` is its other half. */
export interface Topic {
  readonly key: string;
  readonly name: string;
  readonly text: string;
  /** LaTeX. */
  readonly formula: string;
}

/** What the server tells all elements of a page once; `PageTexts.java` is its other half. */
export interface PageTexts {
  readonly messages: Messages;
  /** As `Catalog.java` writes it. */
  readonly catalog: unknown;
  readonly topics: readonly Topic[];
}

declare global {
  interface Window {
    /** Put here by a script of its own, which browsers keep. */
    spiralLabTexts?: PageTexts;
  }
}

const NONE: PageTexts = { messages: {}, catalog: {}, topics: [] };

/** The texts, the layers that exist, and all that is explained, in the page's language. */
export function pageTexts(): PageTexts {
  return window.spiralLabTexts ?? NONE;
}
