import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import { JournalCorruptError } from '../errors/JournalCorruptError.ts'
import { JournalWriteError } from '../errors/JournalWriteError.ts'
import type { Journal } from './Journal.ts'
import { type JournalEntry, journalEntrySchema } from './JournalEntry.ts'

/**
 * Opens the journal in a file, one JSON object a line, and reads what stands in it. A last line that was
 * torn by a crash is dropped: nobody has been told of it.
 *
 * @param fresh Forget what stands in it.
 * @throws JournalCorruptError when any other line is damaged.
 */
export function openJournal({ path, fresh }: { path: string; fresh: boolean }): {
  journal: Journal
  entries: JournalEntry[]
} {
  // Always to append: what is written after a truncation has to stand where the file ends now.
  const file = openSync(path, 'a+', 0o600)
  if (fresh) ftruncateSync(file, 0)
  const content = readFileSync(file)
  const end = content.lastIndexOf('\n') + 1
  if (end < content.length) ftruncateSync(file, end)
  const entries = parseLines(path, content.subarray(0, end).toString('utf8'))
  let size = end
  let isWhole = true
  function write(added: readonly JournalEntry[]): void {
    const lines = Buffer.from(added.map((entry) => `${JSON.stringify(entry)}\n`).join(''), 'utf8')
    try {
      if (!isWhole) throw new Error('an earlier line stands there by half')
      let written = 0
      while (written < lines.length) written += writeSync(file, lines, written)
      size += lines.length
    } catch (cause) {
      // Half a line with another behind it would make the whole journal unreadable.
      isWhole = isWhole && truncate(file, size)
      throw new JournalWriteError({ path, cause })
    }
  }
  return {
    entries,
    journal: {
      append: (entry) => write([entry]),
      restart: (first) => {
        size = 0
        isWhole = truncate(file, size)
        try {
          write(first)
        } catch (error) {
          // What would follow has no beginning.
          isWhole = false
          throw error
        }
      },
      close: () => {
        fsyncSync(file)
        closeSync(file)
      },
    },
  }
}

function truncate(file: number, size: number): boolean {
  try {
    ftruncateSync(file, size)
    return true
  } catch {
    return false
  }
}

function parseLines(path: string, text: string): JournalEntry[] {
  const lines = text.split('\n').slice(0, -1)
  return lines.map((line, i) => {
    let content: unknown
    try {
      content = JSON.parse(line)
    } catch (cause) {
      throw new JournalCorruptError({ path, line: i + 1, problem: 'it is not JSON', cause })
    }
    const parsed = journalEntrySchema.safeParse(content)
    if (parsed.success) return parsed.data
    throw new JournalCorruptError({ path, line: i + 1, problem: 'it is no entry of a journal' })
  })
}
