/** Where a person talks to MediKey. `terminal` is the demo's own drawing of a chat. */
export type Platform = 'slack' | 'discord' | 'terminal'
