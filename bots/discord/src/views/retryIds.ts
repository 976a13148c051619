/** Numbers of the components that hold what stood in a form; a form has five fields at most. */
export const retryIds = { first: 101, last: 105 } as const
