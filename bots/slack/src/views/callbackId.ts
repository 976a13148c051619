const PREFIX = 'medikey_form_'

/** The name of a form in Slack. */
export function toCallbackId(formId: string): string {
  return `${PREFIX}${formId}`
}

/** Which form was submitted, as its name says; may be one that only another version knows. */
export function fromCallbackId(callbackId: string): string {
  return callbackId.startsWith(PREFIX) ? callbackId.slice(PREFIX.length) : ''
}
