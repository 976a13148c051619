import { z } from 'zod'

const headerSchema = z.object({ type: z.literal('header'), text: z.object({ text: z.string() }) })

/** The record that one of MediKey's own cards is about, as its title says; null: it is about none, or no card. */
export function readRecord(blocks: readonly unknown[]): string | null {
  for (const block of blocks) {
    const header = headerSchema.safeParse(block)
    const record = header.success ? /\brecord (\d+)$/i.exec(header.data.text.text)?.[1] : undefined
    if (record !== undefined) return record
  }
  return null
}
