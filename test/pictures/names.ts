import { getPersona } from 'medikey'
import type { Member } from '../chat/Chat.ts'

/** What people are called in the pictures: as in the demo. */
export function toDisplayName(member: Member): string {
  return member === 'mallory' ? 'Somebody' : getPersona(member).name
}
