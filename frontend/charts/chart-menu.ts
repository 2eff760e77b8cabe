import { exportChart, setWhitePaper, whitePaper, type Export, type Exportable } from './export';
import { wireMenu, type Choice, type Look } from './menu';
import { fillTable, type Table } from './table';
import type { Text } from './words';

/** What a chart with a menu has to offer. */
export interface Offered {
  readonly text: Text;
  /** The chart's name. */
  name(): string;
  exportable(): Exportable;
  table(): Table;
  look?(what: Look): void;
}

const TOLD_MILLISECONDS = 3000;

/** A chart's menu and what it brings up: files, the clipboard, and the chart as a table. */
export class ChartMenu {
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param root holds the markup of MENU and TABLE and an element told, once */
  constructor(
    private readonly root: ShadowRoot | HTMLElement,
    private readonly offered: Offered,
  ) {
    wireMenu(this.find('.more'), (what) => this.choose(what as Choice));
    this.find('.table .close').addEventListener('click', () => this.showTable(false));
    this.place.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.showTable(false);
    });
    this.host.addEventListener('give-away', (event) => {
      void this.giveAway((event as CustomEvent<Export>).detail);
    });
    this.check();
  }

  /** Brings an open table up to date. */
  refresh(): void {
    if (this.place.hidden) return;
    fillTable(this.place, this.offered.table());
  }

  textsChanged(): void {
    for (const element of this.root.querySelectorAll<HTMLElement>('[data-label]')) {
      element.setAttribute('aria-label', this.offered.text(element.dataset.label!));
    }
    this.place.setAttribute('aria-label', this.offered.name());
    this.refresh();
  }

  private choose(what: Choice): void {
    switch (what) {
      case 'paper':
        setWhitePaper(!whitePaper());
        return this.check();
      case 'table':
        return this.showTable(Boolean(this.place.hidden));
      case 'zoomIn':
      case 'zoomOut':
      case 'earlier':
      case 'later':
        return this.offered.look?.(what);
      default:
        void this.giveAway(what);
    }
  }

  private async giveAway(what: Export): Promise<void> {
    try {
      const done = await exportChart(what, this.offered.exportable());
      this.tell(done === 'copied' ? 'chart.copied' : 'chart.saved');
    } catch (error) {
      console.warn('The chart could not be saved:', error);
      this.tell('chart.notSaved');
    }
  }

  private showTable(shown: boolean): void {
    this.place.hidden = !shown;
    this.host.toggleAttribute('tabulated', shown);
    this.refresh();
    this.check();
    if (shown) this.place.focus();
    else this.find('.more > button').focus();
  }

  private check(): void {
    this.find('[data-do=paper]').setAttribute('aria-checked', String(whitePaper()));
    this.find('[data-do=table]').setAttribute('aria-checked', String(!this.place.hidden));
  }

  private tell(key: string): void {
    clearTimeout(this.timer);
    this.find('.told').textContent = this.offered.text(key);
    this.timer = setTimeout(() => (this.find('.told').textContent = ''), TOLD_MILLISECONDS);
  }

  private get host(): Element {
    return this.root instanceof ShadowRoot ? this.root.host : this.root;
  }

  private get place(): HTMLElement {
    return this.find('.table');
  }

  private find(selector: string): HTMLElement {
    return this.root.querySelector<HTMLElement>(selector)!;
  }
}
