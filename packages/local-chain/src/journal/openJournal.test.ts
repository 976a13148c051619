import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { JournalEntry } from './JournalEntry.ts'
import { openJournal } from './openJournal.ts'

const genesis: JournalEntry = {
  type: 'genesis',
  version: 1,
  salt: 'c0ffee',
  time: 1_700_000_000,
  balances: [{ address: 'ST1SJ3DTE5DN7X54YDH5D64R3BCB6A2AG2ZQ8YPD5', balance: '100000000000000' }],
}
const transaction: JournalEntry = { type: 'transaction', bytes: '8080', at: 1_700_000_001 }
const block: JournalEntry = { type: 'block', time: 1_700_000_002, txid: '0xab', tenure: false }

let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journal-'))
  path = join(folder, 'journal.jsonl')
})
afterEach(() => rm(folder, { recursive: true }))

function write(...entries: JournalEntry[]): void {
  const { journal } = openJournal({ path, fresh: false })
  for (const entry of entries) journal.append(entry)
  journal.close()
}

function read(): JournalEntry[] {
  const { journal, entries } = openJournal({ path, fresh: false })
  journal.close()
  return entries
}

describe('a journal', () => {
  test('is empty at first and gives back what was written, in order, across openings', () => {
    expect(read()).toEqual([])
    write(genesis, transaction)
    write(block)
    expect(read()).toEqual([genesis, transaction, block])
  })

  test('forgets everything when it begins afresh', () => {
    write(genesis, transaction)
    const { journal, entries } = openJournal({ path, fresh: true })
    expect(entries).toEqual([])
    journal.append(genesis)
    journal.close()
    expect(read()).toEqual([genesis])
  })

  test('drops a torn last line, wherever it was torn, and goes on behind the whole ones', async () => {
    write(genesis, transaction)
    const whole = await readFile(path)
    const torn = Buffer.from(`${JSON.stringify(block)}\n`)
    for (let length = 1; length < torn.length; length += 1) {
      await writeFile(path, whole)
      await appendFile(path, torn.subarray(0, length))
      write(block)
      expect(read()).toEqual([genesis, transaction, block])
    }
  })

  test.each([
    ['text', 'not JSON'],
    ['an empty line', ''],
    ['an unknown entry', '{"type":"unknown"}'],
    ['an entry without its fields', '{"type":"block"}'],
    ['a field of another type', '{"type":"clock","offset":"1"}'],
    ['an array', '[]'],
  ])('is refused for %s among its lines, with the line and the way out', async (_, damage) => {
    write(genesis, transaction)
    await appendFile(path, `${damage}\n${JSON.stringify(block)}\n`)
    expect(read).toThrow(expect.objectContaining({ code: 'LOCAL_CHAIN_JOURNAL_CORRUPT' }))
    expect(read).toThrow(/journal\.jsonl cannot be replayed from line 3 .*--fresh/)
  })

  test('says that nothing of an entry stands when it could not be written', () => {
    const { journal } = openJournal({ path, fresh: false })
    journal.append(genesis)
    journal.close()
    expect(() => journal.append(block)).toThrow(
      expect.objectContaining({ code: 'LOCAL_CHAIN_JOURNAL_WRITE' }),
    )
    expect(read()).toEqual([genesis])
  })
})
