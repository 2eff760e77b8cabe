import type { ReactElement } from 'react';
import { useEditorContext } from './context';

interface WhyProps {
  readonly name: string;
  /** Keys of the explanation; the first that there is counts. */
  readonly topics: readonly string[];
  /** The key of what is chosen of several, explained too. */
  readonly chosen?: string | undefined;
  /** Whether the Tab key stops here. */
  readonly reachable: boolean;
}

/** A question mark that the page's help desk answers; see `HelpMark.java`. */
export function Why({ name, topics, chosen, reachable }: WhyProps): ReactElement {
  const { t } = useEditorContext();
  return (
    <button
      type="button"
      className="lab-why sl-why nodrag"
      tabIndex={reachable ? 0 : -1}
      aria-label={t('help.about', { name })}
      data-explains={topics.join(' ')}
      data-chosen={chosen}
      onClick={(event) => event.stopPropagation()}
    >
      ?
    </button>
  );
}
