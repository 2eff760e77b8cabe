/** ECharts' drawing as SVG, fetched when somebody first asks for it. */
import { TitleComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

import { init } from './echarts';
import type { Drawing } from './export';

use([SVGRenderer, TitleComponent]);

type Option = Readonly<Record<string, unknown>>;

/** What a chart needs to be understood away from its page. */
export interface Framing {
  readonly title: string;
  readonly x: string;
  readonly y: string;
}

const SIZE = { width: 960, height: 540 };
const TEXT = 15;

/** The chart with title, legend and names of its axes. */
export function toDrawing(option: Option, framing: Framing, theme: object): Drawing {
  const chart = init(null, theme, { renderer: 'svg', ssr: true, ...SIZE });
  chart.setOption(framed(option, framing));
  const svg = chart.renderToSVGString();
  chart.dispose();
  return { svg, ...SIZE };
}

function framed(option: Option, { title, x, y }: Framing): Option {
  return {
    ...option,
    animation: false,
    title: { text: title, left: 'center', top: 16, textStyle: { fontSize: 20, fontWeight: 600 } },
    series: (option['series'] as readonly Option[] | undefined)?.map(bare),
    legend: { show: true, top: 50, itemWidth: 34, textStyle: { fontSize: TEXT } },
    grid: { left: 88, right: 36, top: 92, bottom: 64 },
    xAxis: axis(option['xAxis'], x, 34),
    yAxis: axis(option['yAxis'], y, 58),
  };
}

/** Lines without symbols, in the legend too; a single point keeps its own. */
function bare(series: Option): Option {
  const points = series['data'] as readonly unknown[] | undefined;
  return series['type'] === 'line' && points?.length !== 1 ? { ...series, symbol: 'none' } : series;
}

function axis(given: unknown, name: string, nameGap: number): Option {
  const { axisLabel, ...axis } = (given ?? {}) as { axisLabel?: Option };
  return {
    ...axis,
    axisLabel: { ...axisLabel, fontSize: TEXT - 1 },
    name,
    nameLocation: 'middle',
    nameGap,
    nameTextStyle: { fontSize: TEXT },
  };
}
