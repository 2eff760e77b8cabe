import './help.css';
import { ReactAdapterElement, type RenderHooks } from 'Frontend/generated/flow/ReactAdapter';
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { createPortal } from 'react-dom';
import { translator } from '../graph-editor/core/text';
import { pageTexts } from '../texts/texts';
import { Dialog } from './Dialog';
import { KeyList } from './KeyList';
import { Palette } from './Palette';
import type { Row } from './search';
import { remember, rowsOf, type Shown } from './store';
import { TopicCard } from './TopicCard';
import { useMarks } from './useMarks';
import { useShortcuts } from './useShortcuts';
import { hasBegun } from './begun';

/** An action as the server tells of it: what is empty is left out. */
type ToldRow = Omit<Row, 'words' | 'keys'> & Partial<Row>;

const NO_ROWS: readonly ToldRow[] = [];

/** Everything that helps to find one's way, as an element; `HelpDesk.java` is its other half. */
class HelpDeskElement extends ReactAdapterElement {
  #show: (shown: Shown) => void = () => {};
  readonly #t = translator(pageTexts().messages);

  openPalette(): void {
    this.dispatchEvent(new CustomEvent('palette-opened'));
    this.#show({ kind: 'palette' });
  }

  showKeys(): void {
    this.#show({ kind: 'keys' });
  }

  startTour(): void {
    void import('./tour').then(({ startTour }) => startTour(this.#t));
  }

  offerTour(): void {
    void import('./tour').then(({ tourSeen, rememberTour }) => {
      if (tourSeen()) {
        return;
      }
      if (hasBegun()) {
        rememberTour();
        this.dispatchEvent(new CustomEvent('tour-postponed'));
      } else {
        this.startTour();
      }
    });
  }

  protected override render(hooks: RenderHooks): ReactElement {
    const [told = NO_ROWS] = hooks.useState<readonly ToldRow[] | undefined>('actions');
    const actions = useMemo(() => told.map((row) => ({ words: '', keys: [], ...row })), [told]);
    const { topics } = pageTexts();
    const [shown, setShown] = useState<Shown>();
    useEffect(() => {
      this.#show = setShown;
    }, []);
    const marks = useMarks(this, topics);
    useShortcuts(actions, (id) => this.#run(id));
    const t = this.#t;
    const rows = useMemo(() => [...actions, ...rowsOf(topics)], [actions, topics]);
    const close = () => setShown(undefined);

    const choose = (row: Row) => {
      close();
      remember(row.id);
      const topic = topics.find(({ key }) => key === row.id);
      if (topic) {
        setShown({ kind: 'topic', topics: [topic] });
      } else {
        this.#run(row.id);
      }
    };

    return (
      <>
        {shown?.kind === 'palette' && (
          <Palette rows={rows} t={t} onChoose={choose} onClose={close} />
        )}
        {shown?.kind === 'keys' && <KeyList rows={actions} t={t} onClose={close} />}
        {shown?.kind === 'topic' && (
          <Dialog
            name="lab-topic-box"
            label={shown.topics.map(({ name }) => name).join(', ')}
            onClose={close}
          >
            <TopicCard topics={shown.topics} />
          </Dialog>
        )}
        {createPortal(<TopicCard topics={marks.topics} />, marks.popover)}
      </>
    );
  }

  /** What only shows something needs no answer from the server. */
  #run(id: string): void {
    switch (id) {
      case 'palette':
        this.openPalette();
        break;
      case 'keys':
        this.showKeys();
        break;
      case 'tour':
        this.startTour();
        break;
      default:
        this.dispatchEvent(new CustomEvent('run-action', { detail: id }));
    }
  }
}

if (!customElements.get('help-desk')) {
  customElements.define('help-desk', HelpDeskElement);
}
