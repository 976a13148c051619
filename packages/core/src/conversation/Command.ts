import type { Values } from './Values.ts'

/** A command as typed or chosen, taken apart. Its name may be none that exists. */
export type Command = { readonly name: string; readonly values: Values }
