/** The Clarity types that the contract's functions take. */
export type ArgumentType =
  | 'uint128'
  | 'principal'
  | { readonly 'string-ascii': { readonly length: number } }
  | { readonly list: { readonly type: ArgumentType; readonly length: number } }

/** An argument of a function, with its name in camelCase. */
export type ArgumentDescription = { readonly name: string; readonly type: ArgumentType }

/** The plain value of a Clarity type. */
type ArgumentValue<Type> = Type extends 'uint128'
  ? bigint
  : Type extends { readonly list: { readonly type: infer Item } }
    ? readonly ArgumentValue<Item>[]
    : string

/** The plain values of a function's arguments, by name. */
export type ArgumentValues<Arguments extends readonly ArgumentDescription[]> = {
  readonly [Argument in Arguments[number] as Argument['name']]: ArgumentValue<Argument['type']>
}
