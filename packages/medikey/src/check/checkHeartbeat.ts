import type { Check } from './Check.ts'
import type { Running } from './findRunning.ts'

/** Says whether the service behind MEDIKEY_HEARTBEAT_URL hears the running MediKey; nothing where none is asked. */
export function checkHeartbeat(running: Pick<Running, 'heartbeat'> | null): Check[] {
  const heartbeat = running?.heartbeat ?? null
  if (heartbeat === null) return []
  const name = 'heartbeat'
  const { heardAt, problem } = heartbeat
  const heard = heardAt === null ? 'never since the start' : `last at ${heardAt}`
  if (problem !== null) {
    const detail = `Heard ${heard}; the last time: ${problem}. Check MEDIKEY_HEARTBEAT_URL, and the log where it is withheld.`
    return [{ name, ok: false, detail }]
  }
  if (heardAt !== null) return [{ name, ok: true, detail: `Heard ${heard}.` }]
  const detail = 'MEDIKEY_HEARTBEAT_URL was not asked yet: it is asked every minute.'
  return [{ name, ok: true, isNeutral: true, detail }]
}
