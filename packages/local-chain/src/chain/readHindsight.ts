import type { JournalEntry } from '../journal/JournalEntry.ts'
import type { Verdict } from '../mining/Verdict.ts'

/** What only the whole journal can say about one of its blocks. */
export type Hindsight = {
  /** True for a block that a later reorg takes back: to run its transaction would be in vain. */
  readonly isOrphaned: (entry: JournalEntry) => boolean
  /** How a transaction ended that must not be run again. */
  readonly findVerdict: (txid: string, fork: number) => Verdict | undefined
}

/** Reads the journal once before its replay. */
export function readHindsight(entries: readonly JournalEntry[]): Hindsight {
  const orphaned = new Set<JournalEntry>()
  const verdicts = new Map<string, Verdict>()
  const blocks: JournalEntry[] = []
  for (const entry of entries) {
    if (entry.type === 'block') blocks.push(entry)
    if (entry.type === 'verdict') verdicts.set(`${entry.txid}:${entry.fork}`, entry.verdict)
    if (entry.type === 'reorg') for (const block of blocks.splice(-entry.blocks)) orphaned.add(block)
  }
  return {
    isOrphaned: (entry) => orphaned.has(entry),
    findVerdict: (txid, fork) => verdicts.get(`${txid}:${fork}`),
  }
}
