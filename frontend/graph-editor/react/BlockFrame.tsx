import type { NodeProps } from '@xyflow/react';
import { memo, type ReactElement } from 'react';
import { useEditorContext } from './context';

/** Behind the layers of a block that is unfolded: its name, and the way to fold it. */
export const BlockFrame = memo(function BlockFrame({ data }: NodeProps): ReactElement {
  const { editor, t } = useEditorContext();
  const name = String(data['name']);
  return (
    <div className="sl-frame" role="group" aria-label={name} data-testid={`frame-${name}`}>
      <div className="sl-frame-head">
        <b>{name}</b>
        <button
          type="button"
          className="sl-link nodrag"
          aria-label={t('editor.block.fold', { name })}
          data-testid={`fold-${name}`}
          onClick={() => editor.setFolded(name, true)}
        >
          {t('editor.block.fold.short')}
        </button>
      </div>
    </div>
  );
});
