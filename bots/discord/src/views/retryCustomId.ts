import { type FormMemory, fromFormCustomId, toFormCustomId } from './formCustomId.ts'

const PREFIX = 'medikey-retry/'

/** How Discord names the button that opens a form again. */
export function toRetryCustomId(memory: FormMemory): string {
  return `${PREFIX}${toFormCustomId(memory)}`
}

/** Which form a button opens again; null where it is another button. */
export function fromRetryCustomId(customId: string): FormMemory | null {
  return customId.startsWith(PREFIX) ? fromFormCustomId(customId.slice(PREFIX.length)) : null
}
