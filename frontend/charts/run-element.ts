import { openRun, type ConnectionState, type RunListener } from '../stream/run-stream';
import { pageTexts } from '../texts/texts';
import { Format } from './format';
import { watchTheme } from './theme';

/**
 * What all elements of this folder share: the texts of the page, numbers in the page's language, one
 * drawing per animation frame however much has changed, and a call when the theme changes.
 */
export abstract class ChartElement extends HTMLElement {
  static observedAttributes: readonly string[] = ['lang'];

  protected readonly root = this.attachShadow({ mode: 'open', delegatesFocus: true });
  protected format = new Format('en');
  private pending = 0;
  private unwatchTheme: (() => void) | undefined;

  connectedCallback(): void {
    this.unwatchTheme = watchTheme(() => this.themeChanged());
    this.textsChanged();
    this.schedule();
  }

  disconnectedCallback(): void {
    this.unwatchTheme?.();
    cancelAnimationFrame(this.pending);
    this.pending = 0;
  }

  attributeChangedCallback(name: string, _old: string | null, value: string | null): void {
    if (name === 'lang') {
      this.format = new Format(value ?? 'en');
      this.textsChanged();
    }
  }

  /** What is inside, and how it looks. */
  protected furnish(style: string, markup: string): void {
    this.addStyle(style);
    this.root.innerHTML = markup;
  }

  /** Adopted, since the page's policy lets no element bring a style of its own. */
  protected addStyle(style: string): void {
    adoptStyle(this.root, style);
  }

  /** The text of the key, each {name} replaced by its argument. */
  protected text(key: string, values: Readonly<Record<string, string | number>> = {}): string {
    const text = pageTexts().messages[key] ?? '';
    return text.replace(/\{(\w+)}/g, (place, name: string) => String(values[name] ?? place));
  }

  /** Labels and tooltips of all that name their key. */
  protected writeTexts(): void {
    for (const element of this.root.querySelectorAll<HTMLElement>('[data-text]')) {
      element.textContent = this.text(element.dataset.text!);
    }
    for (const element of this.root.querySelectorAll<HTMLElement>('[data-title]')) {
      element.title = this.text(element.dataset.title!);
    }
  }

  /** Writes all labels anew. */
  protected abstract textsChanged(): void;

  /** Brings what is seen up to date; called once a frame at most, after schedule(). */
  protected abstract draw(): void;

  protected themeChanged(): void {
    this.schedule();
  }

  protected schedule(): void {
    if (!this.isConnected || this.pending !== 0) return;
    this.pending = requestAnimationFrame(() => {
      this.pending = 0;
      this.draw();
    });
  }

  protected find<E extends Element = HTMLElement>(selector: string): E {
    return this.root.querySelector<E>(selector)!;
  }

  /** Properties that were set before the element's class was known. */
  protected adopt(...names: string[]): void {
    const self = this as unknown as Record<string, unknown>;
    for (const name of names.filter((each) => Object.hasOwn(this, each))) {
      const value = self[name];
      delete self[name];
      self[name] = value;
    }
  }

  protected changed(event: string): void {
    this.dispatchEvent(new CustomEvent(event, { bubbles: true, composed: true }));
  }
}

/** An element that shows the run named by its attribute run-id. */
export abstract class RunElement extends ChartElement {
  static override observedAttributes = [...ChartElement.observedAttributes, 'run-id'];

  /** What the run is about: stands in the titles of pictures. */
  subject = '';
  private unsubscribe: (() => void) | undefined;

  get runId(): string | null {
    return this.getAttribute('run-id');
  }

  set runId(runId: string | null) {
    if (runId) this.setAttribute('run-id', runId);
    else this.removeAttribute('run-id');
  }

  override connectedCallback(): void {
    this.adopt('runId', 'subject');
    super.connectedCallback();
    this.listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unsubscribe?.();
    this.unsubscribe = undefined;
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'run-id' && old !== value && this.isConnected) this.listen();
  }

  /** What this element wants to hear of its run. */
  protected abstract listener(): RunListener;

  /** Forgets the run that was shown. */
  protected abstract forget(): void;

  /** It wants to know something else of single examples. */
  protected askAnew(): void {
    if (this.unsubscribe && this.runId) openRun(this.runId).renew();
  }

  /** Figures that may be old look so. */
  protected dim(state: ConnectionState): void {
    const trying = state.kind === 'connecting' && this.hasAttribute('stale');
    this.toggleAttribute('stale', state.kind === 'waiting' || trying);
  }

  /** Something else is wanted of the same run; what is shown stays until it comes. */
  protected listenAnew(): void {
    const before = this.unsubscribe;
    if (!before || !this.runId) return;
    this.unsubscribe = openRun(this.runId).subscribe(this.listener());
    before();
  }

  private listen(): void {
    const before = this.unsubscribe;
    this.forget();
    this.unsubscribe = this.runId ? openRun(this.runId).subscribe(this.listener()) : undefined;
    before?.();
    this.schedule();
  }
}

export function define(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}

export function adoptStyle(root: DocumentOrShadowRoot, style: string): void {
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheetOf(style)];
}

const sheets = new Map<string, CSSStyleSheet>();

/** One sheet for all elements that look alike. */
function sheetOf(style: string): CSSStyleSheet {
  let sheet = sheets.get(style);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    sheets.set(style, sheet);
  }
  return sheet;
}
