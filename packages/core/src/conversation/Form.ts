/** A field of a form. A `person` is chosen from the workspace's people, or named by principal. */
export type FormField = {
  /** What problems go by. */
  readonly name: string
  readonly label: string
  readonly placeholder: string
  readonly type: 'line' | 'paragraph' | 'person'
  readonly optional: boolean
  /** As typed so far, when something was. */
  readonly initial: string | undefined
}

/** A form as data: platforms show it as a modal. It says nothing of any request: nobody was authorised yet. */
export type Form = {
  readonly id: string
  readonly title: string
  readonly submit: string
  /** The request or alert that it decides on, if any; as opaque as a button's. */
  readonly subjectId: string | null
  readonly fields: readonly FormField[]
}
