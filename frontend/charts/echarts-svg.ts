/** ECharts' drawing as SVG, fetched when somebody first asks for it. */
import { use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

import { init } from './echarts';

use([SVGRenderer]);

export function toSvg(
  option: Readonly<Record<string, unknown>>,
  theme: object,
  width: number,
  height: number,
): string {
  const chart = init(null, theme, { renderer: 'svg', ssr: true, width, height });
  chart.setOption(option);
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}
