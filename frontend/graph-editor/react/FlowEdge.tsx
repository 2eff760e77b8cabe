import {
  BaseEdge,
  EdgeLabelRenderer,
  getBezierPath,
  getSmoothStepPath,
  type EdgeProps,
} from '@xyflow/react';
import { memo, type ReactElement } from 'react';
import { detourPath } from '../core/route';
import { useEditor, useEditorContext } from './context';
import { useWalk } from './useWalk';

/** Of the dots at both ends of an edge, in the canvas's pixels. */
const DOTS = 12;
const LEAST_ROOM = 48;

/** An edge with the shape of what flows along it. A shape that may be out of date is faint. */
export const FlowEdge = memo(function FlowEdge(props: EdgeProps): ReactElement {
  const { editor } = useEditorContext();
  const source = String(props.data?.['from'] ?? props.source);
  const shape = useEditor(editor, (state) => state.diagnosis.shapes[source]);
  const stale = useEditor(editor, (state) => state.diagnosis.revision < state.revision);
  const { source: from, target: to } = props;
  const walk = useWalk(String(props.data?.['to'] ?? props.target));
  const along = walk === 'forward' || walk === 'backward' ? walk : undefined;
  const detour = useEditor(editor, () => editor.detour({ from, to }));
  const channel = useEditor(editor, () => editor.channel({ from, to }));
  const [path, x, y] = pathOf(props, detour, channel);
  return (
    <>
      <BaseEdge
        id={props.id}
        path={path}
        interactionWidth={24}
        className={along && `sl-walk-${along}`}
      />
      {shape && (
        <EdgeLabelRenderer>
          <div
            className="sl-shape"
            data-testid={`shape-${props.source}-${props.target}`}
            data-stale={stale}
            data-selected={props.selected}
            data-walk={along}
            style={{
              transform: `translate(-50%, -50%) translate(${x}px, ${y}px)`,
              maxWidth: roomOf(props),
            }}
          >
            {shape}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  );
});

/** What is between two nodes beside each other: a long shape takes two lines there. */
function roomOf({ sourceX, targetX }: EdgeProps): number | undefined {
  return targetX > sourceX ? Math.max(LEAST_ROOM, targetX - sourceX - DOTS) : undefined;
}

/** A curve; round corners where the way leads back to the start of the next row. */
function pathOf(
  props: EdgeProps,
  detour: number | undefined,
  channel: number | undefined,
): readonly [path: string, x: number, y: number] {
  const { sourceX, sourceY, targetX, targetY } = props;
  if (targetX >= sourceX && detour !== undefined) {
    return detourPath([sourceX, sourceY], [targetX, targetY], detour);
  }
  const [path, x, y] =
    targetX < sourceX
      ? getSmoothStepPath({
          ...props,
          borderRadius: 14,
          offset: 26,
          ...(channel === undefined ? {} : { centerY: channel }),
        })
      : getBezierPath(props);
  return [path, x, y];
}
