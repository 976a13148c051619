import { fileURLToPath } from 'node:url'
import type { Chart } from '@medikey/core'
import { Resvg } from '@resvg/resvg-js'
import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { countLegendRows } from './countLegendRows.ts'
import { LEGEND_ROW, toOption } from './toOption.ts'

use([BarChart, LineChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer])

const WIDTH = 640
const COLUMNS_HEIGHT = 322
const BARS_HEIGHT = 112
const BAR_HEIGHT = 32
/** Screens show a picture smaller than it is. */
const ZOOM = 2
/** The font comes along, so that a picture is the same on a machine without any. */
const fontFiles = ['400Regular/Inter_400Regular.ttf', '600SemiBold/Inter_600SemiBold.ttf'].map((file) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/inter/${file}`)),
)

/** Draws a chart as PNG. Loading this takes a while: {@link createChartDrawer} does it elsewhere and only when needed. */
export function drawChart(chart: Chart): Uint8Array {
  const height =
    chart.kind === 'columns'
      ? COLUMNS_HEIGHT + LEGEND_ROW * countLegendRows(chart)
      : BARS_HEIGHT + BAR_HEIGHT * chart.labels.length
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height })
  drawing.setOption(toOption(chart))
  const svg = drawing.renderToSVGString()
  drawing.dispose()
  return new Resvg(svg, {
    fitTo: { mode: 'zoom', value: ZOOM },
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Inter' },
  })
    .render()
    .asPng()
}
