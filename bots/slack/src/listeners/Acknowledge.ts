type FormResponse = { response_action: 'errors'; errors: Record<string, string> }

/** Tells Slack that something arrived; for a form, also what is wrong with it. */
export type Acknowledge = (response?: FormResponse) => Promise<void>
