import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Chart } from '@medikey/core'
import { BaseError } from '@medikey/errors'
import { createChartDrawer } from '@medikey/jobs'
import { createLogger } from '@medikey/runtime'
import { Argument, Command } from 'commander'
import { z } from 'zod'
import { chartSchema } from '../operate/chartSchema.ts'
import { createReadDigestHandler } from '../operate/createReadDigestHandler.ts'
import { operate } from '../operate/operate.ts'
import { createPaint } from '../terminal/createPaint.ts'
import type { CommandContext } from './CommandContext.ts'

const read = z.looseObject({ id: z.string(), drawn: z.string(), charts: z.array(chartSchema) })

/** `medikey digest`: the summary of the last day or week, or of today so far, without posting it. */
export function createDigestCommand(context: CommandContext): Command {
  return new Command('digest')
    .description(
      'print the digest of the last day or week that is over, or of today so far, without posting it',
    )
    .addArgument(new Argument('[period]', 'which').choices(['daily', 'weekly', 'today']).default('daily'))
    .option('--out <dir>', 'also draw its pictures into this directory, as PNG')
    .option(
      '--json',
      'as JSON: { id, name, from, to, timeZone, figures, charts: [{ name, alt }], files }',
      false,
    )
    .action(async (period: string, { out, json }: { out?: string; json: boolean }) => {
      const { stdout, cwd } = context
      const found = await operate(context, {
        method: 'read-digest',
        params: { period, hasColors: createPaint({ out: stdout })('bold', ' ') !== ' ' },
        result: read,
        createHandler: createReadDigestHandler,
      })
      const { drawn, charts, ...digest } = found
      const files =
        out === undefined ? [] : await drawFiles(context, { charts, dir: resolve(cwd, out), id: found.id })
      if (json) {
        const told = charts.map(({ name, alt }) => ({ name, alt }))
        stdout.write(`${JSON.stringify({ ...digest, charts: told, files })}\n`)
        return
      }
      stdout.write(`${drawn}\n`)
      for (const file of files) stdout.write(`${file}\n`)
      if (out !== undefined && files.length === 0) stdout.write('No pictures: there is nothing to show.\n')
    })
}

async function drawFiles(
  context: Pick<CommandContext, 'stderr'>,
  options: { charts: readonly Chart[]; dir: string; id: string },
): Promise<string[]> {
  const { charts, dir, id } = options
  if (charts.length === 0) return []
  const logger = createLogger({ level: 'error', name: 'medikey digest', destination: context.stderr })
  const pictures = await createChartDrawer({ logger })(charts)
  if (pictures === null) {
    throw new BaseError({
      code: 'CHARTS_NOT_DRAWN',
      shortMessage: 'The pictures of the digest could not be drawn; the line above says why.',
    })
  }
  mkdirSync(dir, { recursive: true })
  return charts.flatMap(({ name }, index) => {
    const png = pictures[index]
    if (png === undefined) return []
    const file = join(dir, `${id}-${name}.png`)
    writeFileSync(file, png)
    return [file]
  })
}
