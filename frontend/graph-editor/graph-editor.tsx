import '@xyflow/react/dist/base.css';
import './graph-editor.css';
import { ReactAdapterElement, type RenderHooks } from 'Frontend/generated/flow/ReactAdapter';
import { useEffect, useMemo, type ReactElement } from 'react';
import { pageTexts } from '../texts/texts';
import { Catalog } from './core/catalog';
import { Editor } from './core/editor';
import { readDiagnosis, type Loaded } from './core/messages';
import { Outbox, type Changed } from './core/outbox';
import { Stash } from './core/stash';
import type { Diagnosis, Edit, Outside } from './core/types';
import { GraphEditor } from './react/GraphEditor';

/** What the server says, and of which graph. */
type Said = Partial<Diagnosis> & { readonly load?: number };

type Detail = Changed | { edits: readonly Edit[] } | { node: string };

/** The graph editor as an element; `GraphEditor.java` is its other half. */
class GraphEditorElement extends ReactAdapterElement {
  readonly #editor = new Editor();
  readonly #stash = new Stash(sessionStorage);
  readonly #outbox = new Outbox(this.#editor, (changed) => this.#send(changed));
  #stashes = false;

  /** Called by the server: the part of a fix that concerns the graph. */
  applyEdits(edits: readonly Edit[], step: number): void {
    this.#editor.apply(edits, step);
  }

  /** Called by the server: something else was edited, a step of the same history. */
  note(step: number, code: Outside | 'fixed'): void {
    this.#editor.note(step, code);
  }

  /** Called by the server: takes a step of its own back, and whatever was done since. */
  undoTo(step: number): void {
    this.#editor.undoTo(step);
  }

  /** Called by the server: the command palette's undo. */
  undo(): void {
    this.#editor.undo();
  }

  /** Called by the server: the command palette's redo. */
  redo(): void {
    this.#editor.redo();
  }

  protected override render(hooks: RenderHooks): ReactElement {
    const [loaded] = hooks.useState<Loaded | undefined>('document');
    const [diagnosis] = hooks.useState<Said | undefined>('diagnosis');
    const [readOnly] = hooks.useState<boolean>('readOnly', false);
    const [runId] = hooks.useState<string | undefined>('runId');
    const [notice] = hooks.useState<string>('notice', '');
    const [stashes] = hooks.useState<boolean>('stashes', false);
    this.#stashes = stashes;
    useEffect(() => this.#heard(diagnosis), [diagnosis]);
    useEffect(() => this.#tellChosen(), []);
    useServer(this.#editor, this.#outbox, { loaded, diagnosis, readOnly });
    const callbacks = useMemo(
      () => ({
        onForeignEdits: (edits: readonly Edit[]) => {
          this.#outbox.flush();
          this.#tell('apply-edits', { edits });
        },
      }),
      [],
    );
    return (
      <GraphEditor
        editor={this.#editor}
        messages={pageTexts().messages}
        runId={runId || undefined}
        notice={notice}
        {...callbacks}
      />
    );
  }

  #send(changed: Changed): void {
    if (this.#stashes) {
      this.#stash.put(changed);
    }
    this.#tell('graph-changed', changed);
  }

  #heard(diagnosis: Said | undefined): void {
    if (diagnosis) {
      this.#stash.heard(diagnosis.load ?? 0, diagnosis.revision ?? 0);
    }
  }

  /** Tells which layer is selected, whenever it is another. */
  #tellChosen(): () => void {
    let told = '';
    return this.#editor.subscribe(() => {
      const { nodes } = this.#editor.state;
      const [first = ''] = nodes.size === 1 ? nodes : [];
      if (first !== told) {
        told = first;
        this.#tell('layer-chosen', { node: first });
      }
    });
  }

  #tell(type: string, detail: Detail): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

interface FromServer {
  readonly loaded: Loaded | undefined;
  readonly diagnosis: Partial<Diagnosis> | undefined;
  readonly readOnly: boolean;
}

/** Hands what the server says to the editor, and what the editor did to the server. */
function useServer(editor: Editor, outbox: Outbox, from: FromServer): void {
  const { loaded, diagnosis, readOnly } = from;
  useEffect(() => editor.setCatalog(Catalog.of(pageTexts().catalog)), [editor]);
  useEffect(() => editor.setReadOnly(readOnly), [editor, readOnly]);
  useEffect(() => {
    if (loaded && loaded.load !== editor.state.load) {
      editor.load(loaded.graph, loaded.load, loaded.step);
    }
  }, [editor, loaded]);
  useEffect(() => editor.setDiagnosis(readDiagnosis(diagnosis)), [editor, diagnosis]);
  useEffect(() => {
    const stop = outbox.start();
    const flush = () => outbox.flush();
    // Whatever is pressed next, Play for instance, finds the server up to date.
    document.addEventListener('pointerdown', flush, true);
    addEventListener('pagehide', flush);
    return () => {
      stop();
      document.removeEventListener('pointerdown', flush, true);
      removeEventListener('pagehide', flush);
    };
  }, [outbox]);
}

if (!customElements.get('graph-editor')) {
  customElements.define('graph-editor', GraphEditorElement);
}
