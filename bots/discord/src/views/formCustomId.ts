const SHAPE = /^medikey-form:([^:]*):(click|command):(.*)$/s

/** What a form remembers from its opening to its submission. Discord keeps it. */
export type FormMemory = {
  readonly id: string
  /** Whether a button opened it or a command. */
  readonly origin: 'click' | 'command'
  readonly subjectId: string | null
}

/** How Discord names a form. */
export function toFormCustomId({ id, origin, subjectId }: FormMemory): string {
  return `medikey-form:${id}:${origin}:${subjectId ?? ''}`
}

/** Which form was submitted, as its name says; may be one that only another version knows. */
export function fromFormCustomId(customId: string): FormMemory {
  const [, id = '', origin, subjectId = ''] = SHAPE.exec(customId) ?? []
  return {
    id,
    origin: origin === 'command' ? 'command' : 'click',
    subjectId: subjectId === '' ? null : subjectId,
  }
}
