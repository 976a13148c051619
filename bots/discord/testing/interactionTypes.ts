/** Discord's numbers for what a person did. */
export const interactionTypes = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const
