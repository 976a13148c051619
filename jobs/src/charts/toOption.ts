import { type Chart, formatShortVolume } from '@medikey/core'
import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts'
import type { GridComponentOption, LegendComponentOption, TitleComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import { countLegendRows } from './countLegendRows.ts'
import { palette } from './palette.ts'

export type Option = ComposeOption<
  BarSeriesOption | LineSeriesOption | GridComponentOption | LegendComponentOption | TitleComponentOption
>

const SIDE = 24
/** What a row of names below a chart takes. */
export const LEGEND_ROW = 29
const TEXT = { fontFamily: 'Inter', color: palette.text, fontSize: 13 } as const

/** Says to the library how a chart looks. It carries a ground of its own, so that it is readable on any other. */
export function toOption(chart: Chart): Option {
  return {
    animation: false,
    backgroundColor: palette.ground,
    textStyle: TEXT,
    title: {
      left: SIDE,
      top: 18,
      text: chart.title,
      subtext: chart.subtitle,
      textStyle: { ...TEXT, fontSize: 18, fontWeight: 600 },
      subtextStyle: { ...TEXT, color: palette.quiet },
    },
    ...(chart.kind === 'columns' ? toColumns(chart) : toBars(chart)),
  }
}

function toColumns({ labels, series }: Chart): Option {
  const legendHeight = countLegendRows({ series }) * LEGEND_ROW
  let own = 0
  return {
    // Series are told apart by their place: two people may have one name.
    legend: {
      left: SIDE,
      right: SIDE,
      bottom: 14,
      itemWidth: 14,
      itemHeight: 10,
      itemGap: 16,
      textStyle: TEXT,
      selectedMode: false,
      data: series.map((_, index) => `${index}`),
      formatter: (name) => series[Number(name)]?.name ?? '',
    },
    grid: { left: SIDE, right: SIDE, top: 84, bottom: 26 + legendHeight, outerBoundsMode: 'same' },
    xAxis: {
      type: 'category',
      data: [...labels],
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.line } },
      axisLabel: { ...TEXT, color: palette.quiet, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitNumber: 4,
      splitLine: { lineStyle: { color: palette.faint } },
      axisLabel: {
        ...TEXT,
        color: palette.quiet,
        // A little more, since 1.5 × 10³⁸ is no number that a computer has, and a volume is cut and not rounded.
        formatter: (value: number) => formatShortVolume(BigInt(Math.round(value * (1 + 1e-9)))),
      },
    },
    series: series.map(({ kind, values }, index): BarSeriesOption | LineSeriesOption => {
      const data = values.map(Number)
      if (kind === 'before') {
        return {
          name: `${index}`,
          type: 'line',
          step: 'middle',
          symbol: 'none',
          data,
          itemStyle: { color: palette.before },
          lineStyle: { color: palette.before, width: 2, type: 'dashed' },
          z: 3,
        }
      }
      const color = kind === 'rest' ? palette.rest : palette.people[own % palette.people.length]
      if (kind === 'own') own += 1
      return {
        name: `${index}`,
        type: 'bar',
        stack: 'all',
        barMaxWidth: 44,
        data,
        itemStyle: { color: color ?? palette.rest, borderColor: palette.ground, borderWidth: 0.5 },
      }
    }),
  }
}

function toBars({ labels, series, texts, most }: Chart): Option {
  const values = series[0]?.values.map(Number) ?? []
  const greatest = most === null ? Math.max(1, ...values) : Number(most)
  return {
    // What a bar says stands behind its end, also behind that of the longest one.
    grid: { left: SIDE, right: 206, top: 84, bottom: 20, outerBoundsMode: 'same' },
    xAxis: { type: 'value', min: 0, max: greatest, show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...labels],
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.line } },
      axisLabel: { ...TEXT, width: 190, overflow: 'truncate' },
    },
    series: [
      {
        type: 'bar',
        barWidth: 18,
        data: values,
        itemStyle: { color: palette.people[0] ?? palette.rest },
        showBackground: most !== null,
        backgroundStyle: { color: palette.faint },
        label: {
          show: true,
          position: 'right',
          ...TEXT,
          formatter: ({ dataIndex }) => texts[dataIndex] ?? '',
        },
      },
    ],
  }
}
